import { Polish } from '#app/components/polish.tsx';
import { usePaths, useLocale, useT } from '#app/i18n/context.tsx';
import { formatDate, formatDateTime, daysUntil } from '#app/i18n/dates.ts';
import { Fragment } from 'react';
import { bindSpaces } from '#app/i18n/typography.ts';
import { ChangeBlock } from '../remarks/change-view.tsx';
import type { ClauseUnit, UnitBelow } from './clause-page.server.ts';
import type { ConsultationHead } from '../course/consultation-head.server.ts';
import type { GoneClause, HistoryStep } from '../talk/clause-history.server.ts';
import type { Stretch } from '../words/words-page.server.ts';
import { LinkedWords } from '../words/words-parts.tsx';
import { RemarkStateSign } from '../remarks/remark-parts.tsx';

/** Days left, or why nothing can be added. */
export function TermLine({ consultation, now }: { consultation: ConsultationHead; now: Date }) {
  const t = useT();
  const locale = useLocale();
  if (consultation.stage === 'preparation')
    return <>{t('drafting.not-yet-open', { at: formatDateTime(locale, consultation.opensAt) })}</>;
  if (consultation.stage !== 'open')
    return <>{t('drafting.closed-for-remarks', { at: formatDateTime(locale, consultation.closesAt) })}</>;
  return (
    <>
      {t('drafting.open-until', { at: formatDateTime(locale, consultation.closesAt) })},{' '}
      <b>{t('drafting.left', { count: daysUntil(consultation.closesAt, now) })}</b>
    </>
  );
}

/** The words of a clause with everything under it; with `stretches` they lead to what brought them. */
export function ClauseWords({
  clause,
  below,
  slug,
  stretches,
}: {
  clause: ClauseUnit;
  below: readonly (ClauseUnit & Partial<UnitBelow>)[];
  slug: string;
  stretches?: readonly Stretch[];
}) {
  const to = usePaths();
  return (
    <div className="act" lang="pl" id={`j${clause.code}`}>
      {clause.heading ? (
        <p>
          <strong>{clause.heading}</strong>
        </p>
      ) : null}
      {clause.text || !clause.heading ? (
        <p>
          <Mark clause={clause} />
          {stretches ? <LinkedWords slug={slug} code={clause.code} stretches={stretches} /> : bindSpaces(clause.text)}
        </p>
      ) : null}
      {below.length > 0 ? (
        <ol className="units" role="list">
          {below.map((unit) => (
            <li key={unit.code} className={`unit depth-${Math.min(unit.depth, 4)}`} id={`j${unit.code}`}>
              <span className="mark">
                <a className="ref" href={to.clause(slug, unit.code)} aria-label={unit.citation}>
                  {unit.label || '–'}
                </a>
              </span>
              <div>
                {unit.heading ? <strong>{unit.heading} </strong> : null}
                {bindSpaces(unit.text)}
                <BelowNote unit={unit} slug={slug} />
              </div>
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  );
}

/** Where words of a unit under the clause came from, and what people say of them. */
function BelowNote({
  unit: { code, citation, remarks = 0, since = 1 },
  slug,
}: {
  unit: ClauseUnit & Partial<UnitBelow>;
  slug: string;
}) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  if (remarks === 0 && since === 1) return null;
  return (
    <span className="below-note" lang={locale}>
      {since > 1 ? (
        <a href={to.words(slug, code)}>
          {t('textwork.below.since', { version: since })}
          <span className="vh">, {citation}</span>
        </a>
      ) : null}
      {remarks > 0 ? (
        <a href={`${to.clause(slug, code)}#h-poprawki`}>
          {t('textwork.below.remarks', { count: remarks })}
          <span className="vh">, {citation}</span>
        </a>
      ) : null}
    </span>
  );
}

function Mark({ clause }: { clause: ClauseUnit }) {
  if (!clause.label) return null;
  return clause.label.startsWith('§') ? (
    <>
      <strong>{bindSpaces(clause.label)}</strong>{' '}
    </>
  ) : (
    <>{clause.label} </>
  );
}

/** Which version brought which words, by whose remark and why. */
export function ClauseHistory({
  steps,
  slug,
  hasBelow,
}: {
  steps: readonly HistoryStep[];
  slug: string;
  hasBelow: boolean;
}) {
  const t = useT();
  if (steps.length < 2 && !steps.some(({ origins }) => origins.length > 0))
    return <p className="by">{t(hasBelow ? 'textwork.below.history-none' : 'drafting.clause.history-none')}</p>;
  return (
    <ol className="chain trace" role="list">
      {steps.map((step) => (
        <HistoryItem key={step.version} step={step} slug={slug} />
      ))}
    </ol>
  );
}

function HistoryItem({ step, slug }: { step: HistoryStep; slug: string }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const { origins } = step;
  return (
    <li>
      <h3>
        <a href={to.version(slug, step.version)}>{t('drafting.clause.since', { version: step.version })}</a>
      </h3>
      <p className="by">
        <time dateTime={step.at.toISOString()}>{formatDate(locale, step.at)}</time>
        {step.version === 1 ? `, ${t('drafting.clause.first')}` : ''}
      </p>
      {step.isMoved ? <p>{t('textwork.history.moved')}</p> : null}
      {step.marks ? <p>{t('textwork.history.marks', step.marks)}</p> : null}
      {step.change ? <ChangeBlock change={step.change} /> : null}
      {step.change || step.isMoved || step.marks ? null : (
        <p className="law">
          <Polish>{bindSpaces(step.text)}</Polish>
        </p>
      )}
      {origins.map((origin) => (
        <Fragment key={origin.number}>
          <p>
            <a href={to.remark(slug, origin.number)}>{t('drafting.clause.by-remark', { number: origin.number })}</a>:{' '}
            <RemarkStateSign state={origin.decision} />
          </p>
          <p>
            <strong>{t('drafting.reason')}.</strong> <Polish>{origin.reason}</Polish>
          </p>
        </Fragment>
      ))}
      {origins.length === 0 && step.version > 1 ? (
        <p>
          {t('drafting.clause.editorial')} <Polish>{step.note}</Polish>
        </p>
      ) : null}
    </li>
  );
}

/** Where the words of a clause that is no longer there went. */
export function GoneClauseBody({ gone, slug }: { gone: GoneClause; slug: string }) {
  const t = useT();
  const to = usePaths();
  return (
    <div className="stack">
      <section className="stack stack--2" aria-labelledby="h-ostatnie">
        <h2 id="h-ostatnie">{t('drafting.clause.gone-words')}</h2>
        <p className="quote">
          <Polish>{bindSpaces(gone.text)}</Polish>
        </p>
      </section>
      {gone.origins.map((origin) => (
        <section className="stack stack--2" key={origin.number}>
          <p>
            <a href={to.remark(slug, origin.number)}>{t('drafting.clause.gone-ruling', { number: origin.number })}</a>
          </p>
          <p>
            <strong>{t('drafting.reason')}.</strong> <Polish>{origin.reason}</Polish>
          </p>
        </section>
      ))}
      {gone.origins.length > 0 ? null : (
        <p>
          {t('drafting.clause.editorial')} <Polish>{gone.note}</Polish>
        </p>
      )}
      {gone.mergedInto ? (
        <p>
          <a href={to.clause(slug, gone.mergedInto.code)}>
            {t('textwork.comment.merged', { citation: gone.mergedInto.citation })}
          </a>
        </p>
      ) : null}
      {gone.twins.map((twin) => (
        <p key={twin.code}>
          <a href={to.clause(slug, twin.code)}>{t('drafting.clause.gone-moved', { citation: twin.citation })}</a>
        </p>
      ))}
      <p className="actions">
        <a className="btn btn--quiet" href={to.redline(slug, gone.last, gone.version)}>
          {t('drafting.clause.since', { version: gone.version })}
        </a>
        {gone.parent ? <a href={to.clause(slug, gone.parent.code)}>{gone.parent.citation}</a> : null}
        <a href={to.draft(slug)}>{t('drafting.clause.in-full')}</a>
      </p>
    </div>
  );
}
