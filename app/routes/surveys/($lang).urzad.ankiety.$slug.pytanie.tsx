import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, Submit, TextArea, TextField } from '#app/components/form.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { notFound } from '#app/errors/app-error.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { pageTitle } from '#app/people/page-title.ts';
import { changeSurvey } from '#app/surveys/change-survey.server.ts';
import { correctWording } from '#app/surveys/correct-wording.server.ts';
import { blankQuestion, freshId, numberOf, questionKinds, questionsOf, surveyBounds } from '#app/surveys/definition.ts';
import { surveyEditor } from '#app/surveys/office-pages.server.ts';
import { buildQuestion, questionSchema } from '#app/surveys/question-form.ts';
import { QuestionFields } from '#app/surveys/question-fields.tsx';
import { revisionField } from '#app/surveys/survey-facts-form.ts';
import { readWording, wordingPlaces, wordingSchema } from '#app/surveys/wording-form.ts';

async function questionAsked(editor: Awaited<ReturnType<typeof surveyEditor>>, search: URLSearchParams) {
  const { definition } = editor;
  const known = questionsOf(definition).find(({ id }) => id === search.get('pytanie'));
  const kind = questionKinds.find((each) => each === search.get('rodzaj'));
  const page =
    definition.pages.find(({ id, questions }) =>
      known ? questions.some((each) => each.id === known.id) : id === search.get('strona'),
    ) ?? null;
  const question = known ?? (kind ? blankQuestion(freshId('q', definition), kind) : null);
  if (!question || !page) throw notFound('no such question');
  return { question, page: page.id, isNew: !known };
}

export const loader = handler(async ({ request, db, params, url }) => {
  const viewer = await requireOfficial(request);
  const editor = await surveyEditor(db, { viewer, slug: params.slug ?? '', now: new Date() });
  return { ...editor, ...(await questionAsked(editor, url.searchParams)) };
});

export const action = handler(async ({ request, db, params, url, to }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const editor = await surveyEditor(db, { viewer, slug, now: new Date() });
  const { question, page } = await questionAsked(editor, url.searchParams);
  const body = await readForm(request);
  const revised = revisionField.safeParse(body.get('revision'));
  const revision = revised.success ? revised.data : 0;
  if (editor.isPublished) {
    const form = parseForm(body, wordingSchema(question));
    if (!form.ok) return refuse(form.failure);
    const { reason, words } = readWording(question, form.value);
    const done = await correctWording(db, {
      viewer,
      slug,
      revision,
      question: question.id,
      words,
      reason,
      now: new Date(),
    });
    if (done.ok) return seeOther(`${to.officeSurvey(slug)}#p-${question.id}`);
    return data(
      {
        failure: fieldFailure(
          form.values,
          done.error.code === 'unchanged' ? 'words-pl' : 'reason',
          `survey.edit.${done.error.code}`,
        ),
      },
      { status: done.error.code === 'unchanged' ? 400 : 409 },
    );
  }
  const form = parseForm(body, questionSchema);
  if (!form.ok) return refuse(form.failure);
  const built = buildQuestion(editor.definition, question.id, { ...form.value, kind: question.kind });
  if (!built.ok) return refuse(fieldFailure(form.values, built.error.field, built.error.key, built.error.params));
  const done = await changeSurvey(db, {
    viewer,
    slug,
    revision,
    change: { kind: 'put-question', page, question: built.value },
  });
  if (done.ok) return seeOther(`${to.officeSurvey(slug)}#p-${question.id}`);
  return data(
    {
      failure: fieldFailure(
        form.values,
        'pl',
        `survey.edit.${done.error.code === 'published' ? 'published-already' : done.error.code}`,
      ),
    },
    { status: 409 },
  );
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'survey.edit.one');

export default function OfficeQuestion() {
  const { survey, definition, question, isNew, isPublished, page } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  const name = isNew
    ? t('survey.edit.new', { kind: t(`survey.kind.${question.kind}`) })
    : t('survey.edit.question', { no: numberOf(definition, question.id) });
  const here = to.officeSurveyQuestion(
    survey.slug,
    isNew ? { strona: page, rodzaj: question.kind } : { pytanie: question.id },
  );
  return (
    <Page
      crumbs={[
        { label: t('survey.office'), to: to.officeSurveys() },
        { label: survey.title, to: to.officeSurvey(survey.slug), lang: 'pl' },
        { label: name },
      ]}
    >
      <PageHead
        kind={t(`survey.kind.${question.kind}`)}
        title={name}
        {...(isPublished ? { lead: t('survey.edit.correct-lead') } : {})}
      />
      <Form failure={failure} className="form form--wide" action={here}>
        <input type="hidden" name="revision" value={survey.revision} />
        {isPublished ? (
          <>
            {wordingPlaces(question).map(({ place, label, words, max }) => (
              <div className="field-row" key={place}>
                {(['pl', 'en'] as const).map((language) => (
                  <TextField
                    key={language}
                    name={`${place}-${language}`}
                    max={max}
                    label={t(`survey.edit.${label}`, { language })}
                    defaultValue={words[language]}
                    optional={language === 'en'}
                  />
                ))}
              </div>
            ))}
            <TextArea
              name="reason"
              max={surveyBounds.reason}
              rows={3}
              label={t('survey.edit.reason')}
              hint={t('survey.edit.reason-hint')}
            />
          </>
        ) : (
          <QuestionFields definition={definition} question={question} />
        )}
        <p className="actions">
          <Submit>{t('form.save')}</Submit>
          <a className="tap" href={to.officeSurvey(survey.slug)}>
            {t('survey.edit.leave')}
          </a>
        </p>
      </Form>
    </Page>
  );
}
