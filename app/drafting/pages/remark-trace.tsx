import { formatDateTime } from '#app/i18n/dates.ts';
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
        <time dateTime={step.at.toISOString()}>{formatDateTime(locale, step.at)}</time>
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
    remark: { ruling, state },
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
            <strong>{t('drafting.reason')}.</strong> {ruling.reason}
          </p>
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
