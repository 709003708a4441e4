import { useLoaderData } from '@remix-run/react';
import type { MetaFunction } from '@remix-run/node';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { commentCount } from '#app/consultations/consultation-facts.server.ts';
import { FactsLine } from '#app/consultations/facts-line.tsx';
import { Reader } from '#app/consultations/reader.tsx';
import { readingPage } from '#app/consultations/reading-page.server.ts';
import { Stages } from '#app/consultations/stages.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';

export const loader = handler(async ({ params, db, t }) => {
  const now = new Date();
  const page = await readingPage(db, params.slug ?? '', now);
  return { ...page, comments: await commentCount(db, page.facts.id), now, kind: t('draft.title') };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.facts.title}: ${data.kind} – Paragraf` : 'Paragraf' },
  { name: 'description', content: data?.facts.summary ?? '' },
];

export default function Draft() {
  const { facts, comments, head, units, reasons, now } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <Page crumbs={[{ label: t('consultations.title'), to: to.consultations() }, { label: facts.title, to: to.consultation(facts.slug) }, { label: t('draft.title') }]}>
      <PageHead kind={t('draft.version', { place: facts.municipality, number: facts.version, date: formatDate(locale, facts.versionAt) })} title={facts.title}>
        <FactsLine facts={facts} comments={comments} now={now} />
        {facts.isDemo ? <p className="note">{t('draft.demo')}</p> : null}
      </PageHead>
      <Stages facts={facts} now={now} />
      <p className="actions draft-actions">
        <a className="btn btn--quiet" href={to.remarks(facts.slug)}>{t('draft.all-remarks')}</a>
        {facts.version > 1 ? <a href={to.redline(facts.slug, 1, facts.version)}>{t('draft.what-changed')}</a> : null}
        <a href={to.text(facts.slug)}>{t('draft.clean-text')}</a>
        <a href={to.textFile(facts.slug)}>{t('draft.text-file')}</a>
      </p>
      {facts.stage === 'open' ? <p className="note w-40 draft-hint">{t('draft.how')}</p> : null}
      <Reader slug={facts.slug} units={units} head={head} reasons={reasons} takesRemarks={facts.stage === 'open'} />
    </Page>
  );
}
