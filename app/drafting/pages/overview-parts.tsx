import { Polish, Sentence } from '#app/components/polish.tsx';
import { inPolish } from '#app/i18n/in-polish.ts';
import { SignedBy } from '#app/drafting/state/signed-by.tsx';
import { Empty } from '#app/components/page-parts.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate, formatDateTime } from '#app/i18n/dates.ts';
import { DecisionState } from '../state/decision-state.tsx';
import type { LatestRuling } from '../remarks/latest-rulings.server.ts';
import { daysLate, type Stage, type StageDates } from '../state/stage.ts';

/** What the office has decided lately, each with its reason. */
export function LatestRulings({
  slug,
  rulings,
  waiting,
}: {
  slug: string;
  rulings: readonly LatestRuling[];
  waiting: number;
}) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <section aria-labelledby="h-rulings" className="stack">
      <h2 id="h-rulings">{t('overview.rulings')}</h2>
      {rulings.length === 0 ? (
        <Empty>
          <p>{t('overview.no-rulings')}</p>
          <p>{t('overview.rulings-come')}</p>
        </Empty>
      ) : (
        <ul className="rows">
          {rulings.map((ruling) => (
            <li key={ruling.remark}>
              <div>
                <h3>
                  <a href={to.remark(slug, ruling.remark)}>{t(`overview.${ruling.kind}`, { number: ruling.remark })}</a>
                </h3>
                <p className="by">
                  <SignedBy signed={ruling} />
                </p>
                <p>
                  <span className="pause">
                    <DecisionState decision={ruling.decision} />
                  </span>{' '}
                  <span className="by">{formatDate(locale, ruling.madeAt)}</span>
                </p>
                {ruling.correctionReason ? (
                  <p className="by">
                    <Sentence>{t('correct.corrected', { why: inPolish(ruling.correctionReason) })}</Sentence>
                  </p>
                ) : null}
                <p className="w-40">
                  <Polish>{ruling.reason}</Polish>
                </p>
                {ruling.resultVersion !== null && ruling.resultVersion > 1 ? (
                  <p>
                    <a href={to.redline(slug, ruling.resultVersion - 1, ruling.resultVersion)}>
                      {t('overview.see-change', { number: ruling.resultVersion })}
                    </a>
                  </p>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      )}
      {waiting > 0 ? <p className="note">{t('overview.waiting', { count: waiting })}</p> : null}
    </section>
  );
}

/** The terms to the hour. */
export function Terms({ facts, now }: { facts: StageDates & { counts: { waiting: number } }; now: Date }) {
  const t = useT();
  const locale = useLocale();
  const late = daysLate(facts, now, facts.counts.waiting);
  return (
    <>
      <h2 className="size-4">{t('overview.terms')}</h2>
      <dl className="kv">
        <dt>{t('overview.opens')}</dt>
        <dd>{formatDateTime(locale, facts.opensAt)}</dd>
        <dt>{t('overview.closes')}</dt>
        <dd>{formatDateTime(locale, facts.closesAt)}</dd>
        <dt>{t('overview.answers')}</dt>
        <dd>
          {formatDateTime(locale, facts.answersDueAt)}
          {late > 0 ? (
            <>
              , <strong>{t('stage.late', { days: late })}</strong>
            </>
          ) : null}
        </dd>
      </dl>
    </>
  );
}

export function Documents({ facts }: { facts: { slug: string; version: number; stage: Stage } }) {
  const t = useT();
  const to = usePaths();
  return (
    <>
      <h2 className="size-4">{t('overview.documents')}</h2>
      <ul className="stack stack--2">
        <li>
          <a href={to.draft(facts.slug)}>{t('overview.draft')}</a>
        </li>
        <li>
          <a href={to.text(facts.slug)}>{t('draft.clean-text')}</a>
        </li>
        <li>
          <a href={to.textFile(facts.slug)}>{t('draft.text-file')}</a>
        </li>
        <li>
          <a href={to.versions(facts.slug)}>{t('overview.versions', { count: facts.version })}</a>
        </li>
        {facts.version > 1 ? (
          <li>
            <a href={to.councillor(facts.slug)}>{t('councillor.title')}</a>
          </li>
        ) : null}
        {facts.version > 1 ? (
          <li>
            <a href={to.redline(facts.slug, 1, facts.version)}>{t('draft.what-changed')}</a>
          </li>
        ) : null}
        <li>
          <a href={to.report(facts.slug)}>{t('report.title')}</a>
        </li>
        <li>
          <a href={to.clock(facts.slug)}>{t('clock.title')}</a>
        </li>
        <li>
          <a href={to.meetings(facts.slug)}>{t('meetings.title')}</a>
        </li>
        <li>
          <a href={to.download(facts.slug)}>{t('openness.download')}</a>
        </li>
        <li>
          <a href={to.feed(facts.slug)}>{t('feed.link.atom')}</a>
        </li>
        <li>
          <a href={to.calendar(facts.slug)}>{t('feed.link.calendar')}</a>
        </li>
        {facts.stage === 'sent' || facts.stage === 'adopted' ? (
          <li>
            <a href={to.unifiedText(facts.slug)}>{t('unified.title')}</a>
          </li>
        ) : null}
      </ul>
    </>
  );
}
