import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Empty, Page, PageHead } from '#app/components/page-parts.tsx';
import { ClockList, ClockTable, DecisionShares } from '#app/drafting/course/clock/clock-view.tsx';
import { municipalityClock } from '#app/drafting/course/clock/clock.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { getMunicipalityPage } from '#app/municipalities/municipality-page.server.ts';

export const loader = handler(async ({ params, db, t }) => {
  const now = new Date();
  const { teryt, name } = await getMunicipalityPage(db, params.teryt ?? '');
  return { teryt, name, clock: await municipalityClock(db, teryt, now), now, title: t('clock.title') };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title}: ${data.name} – Paragraf` : 'Paragraf' },
];

export default function MunicipalityClock() {
  const { teryt, name, clock, now, title } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <Page
      crumbs={[
        { label: t('nav.municipalities'), to: to.municipalities() },
        { label: name, to: to.municipality(teryt) },
        { label: title },
      ]}
    >
      <PageHead kind={name} title={title} lead={t('clock.lead-municipality')}>
        <p className="by">{t('clock.as-of', { at: formatDateTime(locale, now) })}</p>
      </PageHead>
      {clock.consultations.length === 0 ? (
        <Empty>
          <p>{t('clock.empty')}</p>
        </Empty>
      ) : (
        <div className="stack stack--wide">
          <ClockList consultations={clock.consultations} />
          <section className="stack stack--wide" aria-labelledby="h-razem">
            <h2 id="h-razem">{t('clock.together')}</h2>
            <ClockTable figures={clock.total} dueAt={null} />
            <DecisionShares figures={clock.total} />
          </section>
          <p className="note">
            <a href={to.municipalityClockFile(teryt, 'csv')}>{t('clock.csv-all')}</a>,{' '}
            <a href={to.municipalityClockFile(teryt, 'json')}>{t('clock.json')}</a>
          </p>
        </div>
      )}
    </Page>
  );
}
