import { Polish, Sentence } from '#app/components/polish.tsx';
import { inPolish } from '#app/i18n/in-polish.ts';
import { formatDateTime, formatReceived } from '#app/i18n/dates.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { ChangeBlock } from '../remarks/change-view.tsx';
import type { RemarkPage, TraceStep } from './remark-page.server.ts';
import { RemarkStateSign } from '../remarks/remark-parts.tsx';
import { wordingKeys } from '../remarks/words.ts';
import { stateKeys } from '#app/drafting/state/remark-state.ts';

/** From the filing to today: each wording the amendment had, and what was decided. */
export function RemarkTrace({ page }: { page: RemarkPage }) {
  const t = useT();
  const locale = useLocale();
  const { ruling } = page.remark;
  return (
    <ol className="chain trace" role="list">
      {page.trace.map((step, at) => (
        <Step key={at} step={step} slug={page.consultation.slug} />
      ))}
      {[...page.remark.earlier].reverse().map((before) => (
        <li key={before.id}>
          <h3>{t('drafting.step.decided', { state: t(stateKeys[before.decision]) })}</h3>
          <p className="by">
            <time dateTime={before.madeAt.toISOString()}>{formatDateTime(locale, before.madeAt)}</time>,{' '}
            {before.madeByName}
            <span className="office">{t('drafting.office')}</span>
          </p>
          <p className="by">
            <Sentence>{t('correct.corrected', { why: inPolish(before.why) })}</Sentence>
          </p>
        </li>
      ))}
      {ruling ? (
        <li>
          <h3>{t('drafting.step.decided', { state: t(stateKeys[ruling.decision]) })}</h3>
          <p className="by">
            <time dateTime={ruling.madeAt.toISOString()}>{formatDateTime(locale, ruling.madeAt)}</time>,{' '}
            {ruling.madeByName}
            <span className="office">{t('drafting.office')}</span>
          </p>
        </li>
      ) : null}
    </ol>
  );
}

function Step({ step, slug }: { step: TraceStep; slug: string }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <li>
      <h3>{t(step.kind === 'withdrawn' ? 'drafting.step.withdrawn' : wordingKeys[step.kind])}</h3>
      <p className="by">
        <time dateTime={step.at.toISOString()}>{formatReceived(locale, step.at)}</time>
        {step.version === null ? null : (
          <>
            , <a href={to.version(slug, step.version)}>{t('drafting.step.version', { version: step.version })}</a>
          </>
        )}
      </p>
      {step.change ? <ChangeBlock change={step.change} sentence={false} /> : null}
    </li>
  );
}

/** The office's position: what, why, who, when, and the words it changed. */
export function RulingSection({ page, now }: { page: RemarkPage; now: Date }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const {
    remark: { ruling, earlier, state },
    consultation,
  } = page;
  if (state === 'withdrawn') return null;
  const due = formatDateTime(locale, consultation.answersDueAt);
  return (
    <section className="section" aria-labelledby="h-stanowisko">
      <h2 id="h-stanowisko">{t('drafting.remark.ruling')}</h2>
      {ruling ? (
        <div className="stack w-40">
          <p>
            <RemarkStateSign state={ruling.decision} />
          </p>
          <p className="by">
            <time dateTime={ruling.madeAt.toISOString()}>{formatDateTime(locale, ruling.madeAt)}</time>,{' '}
            {ruling.madeByName}
            <span className="office">{t('drafting.office')}</span>
          </p>
          <p>
            <strong>{t('drafting.reason')}.</strong> <Polish>{ruling.reason}</Polish>
          </p>
          <EarlierRulings earlier={earlier} />
          <h3 className="size-4">{t('drafting.remark.effect')}</h3>
          {page.effects.length > 0 ? (
            page.effects.map((change, at) => (
              <div className="amend" key={at}>
                <p>
                  <strong>{bindSpaces(change.citation)}</strong>
                </p>
                <ChangeBlock change={change} />
              </div>
            ))
          ) : (
            <p>{t('drafting.remark.no-effect')}</p>
          )}
          {page.others.length > 0 ? (
            <p className="by">
              {t('basket.remark-others', { count: page.others.length })}{' '}
              {page.others.map((number, at) => (
                <span key={number}>
                  {at > 0 ? ', ' : ''}
                  <a href={to.remark(consultation.slug, number)}>{number}</a>
                </span>
              ))}
            </p>
          ) : null}
          {ruling.resultVersion === null ? null : (
            <p className="link-row">
              <a href={to.version(consultation.slug, ruling.resultVersion)}>
                {t('drafting.remark.result', { version: ruling.resultVersion })}
              </a>
              <a href={to.redline(consultation.slug, ruling.resultVersion - 1, ruling.resultVersion)}>
                {t('drafting.remark.compare', { version: ruling.resultVersion - 1 })}
              </a>
            </p>
          )}
        </div>
      ) : (
        <p>{t(now < consultation.answersDueAt ? 'drafting.remark.no-ruling' : 'drafting.remark.overdue', { due })}</p>
      )}
    </section>
  );
}

/** What stood there before it was corrected, word for word, with why. */
function EarlierRulings({ earlier }: { earlier: RemarkPage['remark']['earlier'] }) {
  const t = useT();
  const locale = useLocale();
  if (earlier.length === 0) return null;
  return (
    <section className="stack stack--2" aria-labelledby="h-poprzednie">
      <h3 className="size-4" id="h-poprzednie">
        {t('correct.earlier-title')}
      </h3>
      {earlier.map((before) => (
        <div className="stack stack--1" key={before.id}>
          <p>
            <strong>
              <Sentence>{t('correct.corrected', { why: inPolish(before.why) })}</Sentence>
            </strong>
          </p>
          <p>
            <RemarkStateSign state={before.decision} />
          </p>
          <p className="by">
            <time dateTime={before.madeAt.toISOString()}>{formatDateTime(locale, before.madeAt)}</time>,{' '}
            {before.madeByName}
          </p>
          <p className="quote">
            <Polish>{before.reason}</Polish>
          </p>
        </div>
      ))}
    </section>
  );
}
