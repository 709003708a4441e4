import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { CitedIn } from '#app/drafting/grounds/grounds-view.tsx';
import { citationsOf } from '#app/drafting/grounds/grounds.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { askedVersion } from '#app/surveys/asked-version.ts';
import { wordsIn } from '#app/surveys/figures.ts';
import { HistoricalFacts } from '#app/surveys/historical-facts.tsx';
import { surveyResults } from '#app/surveys/results-page.server.ts';
import { ResultsView } from '#app/surveys/results-view.tsx';
import { SurveyHead } from '#app/surveys/survey-head.tsx';

export const loader = handler(async ({ db, params, url }) => {
  const now = new Date();
  const page = await surveyResults(db, {
    slug: params.slug ?? '',
    version: askedVersion(url.searchParams),
    left: url.searchParams.get('wiersze') ?? '',
    top: url.searchParams.get('kolumny') ?? '',
    now,
  });
  return { page, now, cited: await citationsOf(db, 'survey-question', `${page.survey.slug}:`) };
});

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [{ title: 'Paragraf' }];
  const locale = localeOfPath(location.pathname);
  const { title, titleEn } = data.page.survey;
  return [
    {
      title: `${translate(locale, 'survey.results.of', { title: wordsIn(locale, { pl: title, en: titleEn }) })} – Paragraf`,
    },
  ];
};

export default function SurveyResults() {
  const { page, now, cited } = useLoaderData<typeof loader>();
  const { survey, versions, version } = page;
  const ofQuestion = (id: string) =>
    cited.filter(({ sourceId }) => `${sourceId}:`.startsWith(`${survey.slug}:${version}:${id}:`));
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <Page
      crumbs={[
        { label: survey.place, to: to.municipality(survey.teryt), lang: 'pl' },
        { label: wordsIn(locale, { pl: survey.title, en: survey.titleEn }), to: to.survey(survey.slug) },
        { label: t('survey.results.title') },
      ]}
    >
      <SurveyHead survey={survey} now={now} />
      {versions.length > 1 ? (
        <ul className="filters" aria-label={t('survey.results.versions')}>
          {versions.map((each) => (
            <li key={each}>
              <a
                href={to.surveyResults(survey.slug, { wersja: each })}
                aria-current={each === version ? 'page' : undefined}
              >
                {t('survey.edit.version', { number: each })}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <HistoricalFacts facts={survey.facts} />
      <ResultsView page={page} after={(id) => <CitedIn citations={ofQuestion(id)} />} />
      {page.isPublic && page.total > 0 ? (
        <p className="section file-links">
          {(['csv', 'json', 'csv-metadata.json'] as const).map((kind) => (
            <a className="tap" key={kind} href={to.surveyFile(survey.slug, kind, { wersja: version })}>
              {t(`survey.file.${kind}`)}
            </a>
          ))}
        </p>
      ) : null}
    </Page>
  );
}
