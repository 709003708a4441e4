import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, Submit, TextField } from '#app/components/form.tsx';
import { Empty, Page, PageHead, Section } from '#app/components/page-parts.tsx';
import { fieldFailure, formValues, parseForm } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { CoverLink } from '#app/record/covered/cover-link.tsx';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { pageTitle } from '#app/people/page-title.ts';
import { surveyBounds } from '#app/surveys/definition.ts';
import { OfficeSurveyNav } from '#app/surveys/office-survey-nav.tsx';
import { themeSchema } from '#app/surveys/survey-facts-form.ts';
import { ThemeShares } from '#app/surveys/theme-shares.tsx';
import { addTheme, markThemes, sortedNow, themesPage } from '#app/surveys/themes.server.ts';

export const loader = handler(async ({ request, db, params, url }) =>
  themesPage(db, {
    viewer: await requireOfficial(request),
    slug: params.slug ?? '',
    question: url.searchParams.get('pytanie'),
    now: new Date(),
  }),
);

export const action = handler(async ({ request, db, params, to, url }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const asked = { viewer, slug, question: url.searchParams.get('pytanie'), now: new Date() };
  const { question: picked, next } = await sortedNow(db, asked);
  const question = picked ?? '';
  const body = await readForm(request);
  const back = `${to.officeSurveyPart(slug, 'tematy')}?${new URLSearchParams({ pytanie: question })}`;
  if (body.get('intent') === 'add') {
    const form = parseForm(body, themeSchema);
    if (!form.ok) return refuse(form.failure);
    const added = await addTheme(db, { viewer, slug, question, ...form.value });
    if (added.ok) return seeOther(back);
    return data({ failure: fieldFailure(form.values, 'name', 'survey.theme.refused') }, { status: 409 });
  }
  const values = formValues(body);
  const marked = await markThemes(db, {
    viewer,
    slug,
    question,
    answerId: next !== null && next === values.answer?.[0] ? next : '00000000-0000-4000-8000-000000000000',
    themes: values.theme ?? [],
  });
  if (marked.ok) return seeOther(back);
  return data({ failure: fieldFailure(values, 'theme', 'survey.theme.gone') }, { status: 409 });
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'survey.office.nav.themes');

export default function SurveyThemes() {
  const { survey, isEnded, questions, question, themes, next, left, summary } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  const at = (id: string) => `${to.officeSurveyPart(survey.slug, 'tematy')}?${new URLSearchParams({ pytanie: id })}`;
  return (
    <Page
      crumbs={[
        { label: t('survey.office'), to: to.officeSurveys() },
        { label: survey.title, to: to.officeSurvey(survey.slug), lang: 'pl' },
        { label: t('survey.office.nav.themes') },
      ]}
    >
      <PageHead title={t('survey.office.nav.themes')} lead={t('survey.theme.lead')} />
      <OfficeSurveyNav survey={survey} here="themes" />
      {question === null || !isEnded ? (
        <Empty>
          <p>{t(question === null ? 'survey.theme.none' : 'survey.theme.later')}</p>
        </Empty>
      ) : (
        <>
          <ul className="filters" aria-label={t('survey.results.questions')}>
            {questions.map(({ id, words }) => (
              <li key={id}>
                <a href={at(id)} aria-current={id === question ? 'page' : undefined} lang="pl">
                  {words}
                </a>
              </li>
            ))}
          </ul>
          {next && themes.length > 0 ? (
            <Section id="h-nadaj" title={t('survey.theme.next', { left })}>
              <p className="quote" lang="pl">
                {next.words}
              </p>
              <CoverLink may type="survey-answer" id={next.id} />
              <Form failure={failure?.errors.theme ? failure : null} action={at(question)} key={next.id}>
                <input type="hidden" name="answer" value={next.id} />
                <fieldset className="field" id="f-theme">
                  <legend>{t('survey.theme.which')}</legend>
                  {themes.map(({ id, name }) => (
                    <ThemeBox key={id} id={id} name={name} />
                  ))}
                </fieldset>
                <p className="actions">
                  <Submit name="intent" value="mark">
                    {t('survey.theme.save')}
                  </Submit>
                </p>
              </Form>
            </Section>
          ) : (
            <p className="note">{t(next ? 'survey.theme.first' : 'survey.theme.done')}</p>
          )}
          {summary ? (
            <Section id="h-stan" title={t('survey.theme.summary')}>
              <ThemeShares summary={summary} />
            </Section>
          ) : null}
          <Section id="h-nowy" title={t('survey.theme.new')}>
            <Form failure={failure?.errors.theme ? null : failure} action={at(question)}>
              <div className="field-row">
                <TextField
                  name="name"
                  max={surveyBounds.pageTitle}
                  label={t('survey.theme.name', { language: 'pl' })}
                />
                <TextField
                  name="nameEn"
                  max={surveyBounds.pageTitle}
                  label={t('survey.theme.name', { language: 'en' })}
                  optional
                />
              </div>
              <p className="actions">
                <Submit name="intent" value="add" quiet>
                  {t('survey.theme.add')}
                </Submit>
              </p>
            </Form>
          </Section>
        </>
      )}
    </Page>
  );
}

function ThemeBox({ id, name }: { id: string; name: string }) {
  return (
    <label className="choice">
      <input type="checkbox" name="theme" value={id} />
      <span lang="pl">{name}</span>
    </label>
  );
}
