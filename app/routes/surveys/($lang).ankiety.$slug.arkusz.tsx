import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/errors/app-error.ts';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { pageTitle } from '#app/people/page-title.ts';
import { PaperSheet } from '#app/surveys/paper-view.tsx';
import { getSurvey } from '#app/surveys/survey-page.server.ts';

export const loader = handler(async ({ db, params, url }) => {
  const survey = await getSurvey(db, params.slug ?? '', null, new Date());
  if (!survey.paper) throw notFound('not answered on paper');
  return { survey, large: url.searchParams.get('duzy') === '1' };
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'survey.sheet');

/** The survey on paper, to be printed by whoever wants to; it has no number, the office gives it one. */
export default function SurveySheet() {
  const { survey, large } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  return (
    <div className="sheet-page">
      <div className="page">
        <div className="paper-bar no-print">
          <a className="tap" href={to.survey(survey.slug)}>
            {t('survey.paper.back')}
          </a>
          <h1 className="size-4">{t('survey.sheet')}</h1>
          <a className="tap" href={to.surveySheet(survey.slug, large ? {} : { duzy: 1 })}>
            {t(large ? 'survey.paper.usual' : 'survey.sheet-large')}
          </a>
        </div>
        <PaperSheet survey={survey} no={null} large={large} />
      </div>
    </div>
  );
}
