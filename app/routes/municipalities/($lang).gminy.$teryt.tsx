import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BoardList } from '#app/boards/board-list.tsx';
import { listBoards } from '#app/boards/list-boards.server.ts';
import { Notice, Page, PageHead, Section } from '#app/components/page-parts.tsx';
import { ClockTable } from '#app/drafting/course/clock/clock-view.tsx';
import { municipalityClock } from '#app/drafting/course/clock/clock.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import { localeOfPath } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translate } from '#app/i18n/translate.ts';
import { getMunicipalityPage } from '#app/municipalities/municipality-page.server.ts';
import {
  ConsultationSections,
  Facts,
  ScorecardSection,
  WhereToWrite,
} from '#app/municipalities/municipality-sections.tsx';
import { SurveyList } from '#app/surveys/survey-list.tsx';
import { listSurveys } from '#app/surveys/survey-page.server.ts';

export const loader = handler(async ({ db, params }) => {
  const page = await getMunicipalityPage(db, params.teryt ?? '');
  return {
    page,
    clock: await municipalityClock(db, page.teryt, page.now),
    surveys: await listSurveys(db, { teryt: page.teryt }),
    boards: await listBoards(db, { teryt: page.teryt }, 20),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [{ title: 'Paragraf' }];
  const locale = localeOfPath(location.pathname);
  const to = paths(locale);
  const { name, teryt } = data.page;
  return [
    { title: `${name} – Paragraf` },
    {
      tagName: 'link',
      rel: 'alternate',
      type: 'application/atom+xml',
      href: to.municipalityFeed(teryt),
      title: translate(locale, 'feed.municipality.title', { name }),
    },
    {
      tagName: 'link',
      rel: 'alternate',
      type: 'text/calendar',
      href: to.municipalityCalendar(teryt),
      title: translate(locale, 'feed.link.calendar'),
    },
  ];
};

export default function Municipality() {
  const { page, clock, boards, surveys } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const kind = t(`municipality.kind.${page.kind}`);
  return (
    <Page
      crumbs={[
        { label: t('nav.home'), to: to.home() },
        { label: t('nav.municipalities'), to: to.municipalities() },
        { label: page.name },
      ]}
    >
      <PageHead kind={page.isDemo ? `${kind}, ${t('municipality.demo')}` : kind} title={page.name}>
        <Facts page={page} />
      </PageHead>
      {page.isDemo ? (
        <Notice warn>
          <p>{t('municipality.demo-note')}</p>
        </Notice>
      ) : null}
      {page.goneBy ? (
        <Notice warn>
          <p>{t('municipality.gone', { date: formatDate(locale, new Date(page.goneBy)) })}</p>
        </Notice>
      ) : null}
      <ConsultationSections page={page} />
      <SurveyList surveys={surveys} />
      {boards.length > 0 ? (
        <Section id="tablice" title={t('boards.of-municipality')}>
          <BoardList boards={boards} />
        </Section>
      ) : null}
      {clock.total.received > 0 ? (
        <Section id="zegar" title={t('clock.title')}>
          <ClockTable figures={clock.total} dueAt={null} />
          <p>
            <a className="tap" href={to.municipalityClock(page.teryt)}>
              {t('clock.list')}
            </a>{' '}
            <a className="tap" href={to.municipalityClockFile(page.teryt, 'csv')}>
              {t('clock.csv-all')}
            </a>
          </p>
        </Section>
      ) : null}
      <ScorecardSection teryt={page.teryt} scorecards={page.scorecards} />
      <WhereToWrite page={page} />
      <p className="section">
        <a href={to.municipalityDownload(page.teryt)}>{t('openness.download')}</a>,{' '}
        <a href={to.municipalityFeed(page.teryt)}>{t('feed.link.atom')}</a>,{' '}
        <a href={to.municipalityCalendar(page.teryt)}>{t('feed.link.calendar')}</a>
      </p>
      {page.isDemo ? null : (
        <p className="hint mt-4">{t('municipality.source', { date: formatDate(locale, new Date(page.stateOn)) })}</p>
      )}
    </Page>
  );
}
