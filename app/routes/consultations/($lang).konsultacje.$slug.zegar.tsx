import { Polish } from '#app/components/polish.tsx';
import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { consultationCrumbs } from '#app/drafting/state/consultation-crumbs.ts';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { ClockTable, DecisionShares } from '#app/drafting/course/clock/clock-view.tsx';
import { consultationClock } from '#app/drafting/course/clock/clock.server.ts';
import { consultationFacts } from '#app/drafting/acts/consultation-facts.server.ts';
import { stageSentence } from '#app/drafting/state/stage-words.ts';
import { listTermChanges } from '#app/drafting/course/terms/term-changes.server.ts';
import { TermChanges } from '#app/drafting/course/terms/terms-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';

export const loader = handler(async ({ params, db, t }) => {
  const now = new Date();
  const facts = await consultationFacts(db, params.slug ?? '', now);
  return {
    facts,
    figures: await consultationClock(db, facts, now),
    changes: await listTermChanges(db, facts.id),
    now,
    title: t('clock.title'),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title}: ${data.facts.title} – Paragraf` : 'Paragraf' },
];

export default function Clock() {
  const { facts, figures, changes, now, title } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <Page crumbs={consultationCrumbs({ t, to }, facts, { label: title })}>
      <PageHead kind={<Polish>{facts.title}</Polish>} title={title} lead={t('clock.lead')}>
        <ul className="facts">
          <li>
            <b>{stageSentence(facts, { stage: facts.stage, waiting: facts.counts.waiting, now, locale })}</b>
          </li>
          <li>{t('clock.as-of', { at: formatDateTime(locale, now) })}</li>
        </ul>
      </PageHead>
      <div className="stack stack--wide">
        <ClockTable figures={figures} dueAt={facts.answersDueAt} />
        <DecisionShares figures={figures} />
        <TermChanges changes={changes} />
        <p className="note">
          {t('clock.recompute')} <a href={to.clockFile(facts.slug, 'csv')}>{t('clock.csv')}</a>,{' '}
          <a href={to.clockFile(facts.slug, 'json')}>{t('clock.json')}</a>.{' '}
          <a href={to.municipalityClock(facts.teryt)}>{t('clock.whole', { place: facts.municipality })}</a>
        </p>
      </div>
    </Page>
  );
}
