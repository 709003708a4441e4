import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { AppError } from '#app/errors/app-error.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { pageTitle } from '#app/people/page-title.ts';
import { beginVersion, changeSurvey, saveSurveyFacts } from '#app/surveys/change-survey.server.ts';
import type { Change } from '#app/surveys/editing.ts';
import { SurveyEditor } from '#app/surveys/editor-view.tsx';
import { surveyEditor } from '#app/surveys/office-pages.server.ts';
import { OfficeSurveyNav } from '#app/surveys/office-survey-nav.tsx';
import { factsSchema, stepSchema } from '#app/surveys/survey-facts-form.ts';

export const loader = handler(async ({ request, db, params }) => {
  const viewer = await requireOfficial(request);
  return surveyEditor(db, { viewer, slug: params.slug ?? '', now: new Date() });
});

type Step = {
  question?: string | undefined;
  page?: string | undefined;
  titlePl?: string | undefined;
  titleEn?: string | undefined;
};

function changeOf(intent: unknown, { question = '', page = '', titlePl = '', titleEn = '' }: Step): Change {
  switch (intent) {
    case 'add-page':
      return { kind: 'add-page' };
    case 'rename-page':
      return { kind: 'rename-page', page, title: { pl: titlePl, en: titleEn } };
    case 'remove-page':
      return { kind: 'remove-page', page };
    case 'up':
    case 'down':
      return { kind: 'move-question', question, by: intent === 'up' ? -1 : 1 };
    case 'remove':
      return { kind: 'remove-question', question };
  }
  throw new AppError('bad-request', 'unknown intent');
}

export const action = handler(async ({ request, db, params, to }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const body = await readForm(request);
  const intent = body.get('intent');
  if (intent === 'facts') {
    const form = parseForm(body, factsSchema);
    if (!form.ok) return refuse(form.failure);
    const { revision, ...facts } = form.value;
    const saved = await saveSurveyFacts(db, { viewer, slug, revision, facts });
    if (saved.ok) return seeOther(to.officeSurvey(slug));
    return data({ failure: fieldFailure(form.values, 'title', 'survey.edit.moved') }, { status: 409 });
  }
  const form = parseForm(body, stepSchema);
  if (!form.ok) return refuse(form.failure);
  const { revision, ...step } = form.value;
  const done =
    intent === 'new-version'
      ? await beginVersion(db, { viewer, slug, revision })
      : await changeSurvey(db, { viewer, slug, revision, change: changeOf(intent, step) });
  const anchor = (intent === 'up' || intent === 'down') && step.question ? `#p-${step.question}` : '';
  if (done.ok) return seeOther(`${to.officeSurvey(slug)}${anchor}`);
  return data(
    {
      failure: fieldFailure(
        form.values,
        'title',
        `survey.edit.${done.error.code === 'published' ? 'published-already' : done.error.code}`,
      ),
    },
    { status: 409 },
  );
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'survey.office.edit');

export default function OfficeSurveyEditor() {
  const page = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  const { survey, stage, number } = page;
  return (
    <Page
      crumbs={[
        { label: t('office.title'), to: to.office() },
        { label: t('survey.office'), to: to.officeSurveys() },
        { label: survey.title, lang: 'pl' },
      ]}
    >
      <PageHead kind={t(`survey.state.${stage}`)} title={<span lang="pl">{survey.title}</span>}>
        <p className="by">{t('survey.edit.version', { number })}</p>
      </PageHead>
      <OfficeSurveyNav survey={survey} here="edit" />
      <SurveyEditor page={page} failure={failure ?? null} />
    </Page>
  );
}
