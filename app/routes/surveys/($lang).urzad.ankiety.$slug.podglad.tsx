import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page, PageHead, Section } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { pageTitle } from '#app/people/page-title.ts';
import { AskFields } from '#app/surveys/ask-fields.tsx';
import { surveyEditor } from '#app/surveys/office-pages.server.ts';
import { OfficeSurveyNav } from '#app/surveys/office-survey-nav.tsx';

export const loader = handler(async ({ request, db, params }) =>
  surveyEditor(db, { viewer: await requireOfficial(request), slug: params.slug ?? '', now: new Date() }),
);

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'survey.office.nav.preview');

/** Every page as people will see it, with the conditions in words; nothing can be sent from here. */
export default function SurveyPreview() {
  const { survey, definition } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('survey.office'), to: to.officeSurveys() },
        { label: survey.title, to: to.officeSurvey(survey.slug), lang: 'pl' },
        { label: t('survey.office.nav.preview') },
      ]}
    >
      <PageHead title={t('survey.office.nav.preview')} lead={t('survey.edit.preview-lead')} />
      <OfficeSurveyNav survey={survey} here="preview" />
      {definition.pages.map((page, at) => (
        <Section
          key={page.id}
          id={`h-${page.id}`}
          title={t('survey.edit.page', { page: at + 1, title: page.title.pl ? `: ${page.title.pl}` : '' })}
        >
          <div className="survey">
            {page.questions.map((question) => (
              <AskFields key={question.id} definition={definition} question={question} typed={{}} seed="" />
            ))}
          </div>
        </Section>
      ))}
    </Page>
  );
}
