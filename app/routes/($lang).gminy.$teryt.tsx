import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Notice, Page, PageHead } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import { getMunicipalityPage } from '#app/municipalities/municipality-page.server.ts';
import { ConsultationSections, Facts, ScorecardSection, WhereToWrite } from '#app/municipalities/municipality-sections.tsx';

export const loader = handler(async ({ db, params }) => getMunicipalityPage(db, params.teryt ?? ''));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.name} – Paragraf` : 'Paragraf' }];

export default function Municipality() {
  const page = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const kind = t(`municipality.kind.${page.kind}`);
  return (
    <Page crumbs={[{ label: t('nav.home'), to: to.home() }, { label: t('nav.municipalities'), to: to.municipalities() }, { label: page.name }]}>
      <PageHead kind={page.isDemo ? `${kind}, ${t('municipality.demo')}` : kind} title={page.name}><Facts page={page} /></PageHead>
      {page.isDemo ? <Notice warn><p>{t('municipality.demo-note')}</p></Notice> : null}
      {page.goneBy ? <Notice warn><p>{t('municipality.gone', { date: formatDate(locale, new Date(page.goneBy)) })}</p></Notice> : null}
      <ConsultationSections page={page} />
      <ScorecardSection teryt={page.teryt} scorecards={page.scorecards} />
      <WhereToWrite page={page} />
      {page.isDemo ? null : <p className="hint mt-4">{t('municipality.source', { date: formatDate(locale, new Date(page.stateOn)) })}</p>}
    </Page>
  );
}
