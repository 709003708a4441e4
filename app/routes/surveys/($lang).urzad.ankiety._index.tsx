import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, SelectField, Submit, SubmitRow, TextField } from '#app/components/form.tsx';
import { Empty, Page, PageHead, Section } from '#app/components/page-parts.tsx';
import { parseForm } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { pageTitle } from '#app/people/page-title.ts';
import { createSurvey } from '#app/surveys/create-survey.server.ts';
import { surveyBounds } from '#app/surveys/definition.ts';
import { officeSurveys } from '#app/surveys/office-pages.server.ts';
import { newSurveySchema } from '#app/surveys/survey-facts-form.ts';

export const loader = handler(async ({ request, db }) => officeSurveys(db, await requireOfficial(request), new Date()));

export const action = handler(async ({ request, db, to }) => {
  const viewer = await requireOfficial(request);
  const form = parseForm(await readForm(request), newSurveySchema);
  if (!form.ok) return refuse(form.failure);
  const { slug } = await createSurvey(db, { viewer, ...form.value });
  return seeOther(to.officeSurvey(slug));
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'survey.office');

export default function OfficeSurveys() {
  const { places, consultations, surveys } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <Page crumbs={[{ label: t('office.title'), to: to.office() }, { label: t('survey.office') }]}>
      <PageHead title={t('survey.office')} lead={t('survey.office.lead')} />
      {surveys.length === 0 ? (
        <Empty>
          <p>{t('survey.office.none')}</p>
        </Empty>
      ) : (
        <ul className="rows rows--split">
          {surveys.map((survey) => (
            <li key={survey.slug}>
              <div>
                <h2 className="size-4">
                  <a href={to.officeSurvey(survey.slug)} lang="pl">
                    {survey.title}
                  </a>
                </h2>
                <p>{t('survey.office.answers', { count: survey.answers })}</p>
              </div>
              <p className="meta">
                <b>{t(`survey.state.${survey.state}`)}</b>
                {survey.closesAt ? (
                  <>
                    <br />
                    {t('survey.until', { at: formatDateTime(locale, survey.closesAt) })}
                  </>
                ) : null}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Section id="h-new" title={t('survey.office.new')}>
        <Form failure={failure}>
          <TextField name="title" max={surveyBounds.title} label={t('survey.office.name')} />
          <SelectField
            name="teryt"
            label={t('survey.office.place')}
            short
            choices={places.map(({ teryt, name }) => ({ value: teryt, label: name }))}
          />
          <SelectField
            name="consultation"
            label={t('survey.office.consultation')}
            choices={[
              { value: '', label: t('survey.office.no-consultation') },
              ...consultations.map(({ slug, title }) => ({ value: slug, label: title, lang: 'pl' as const })),
            ]}
          />
          <SelectField
            name="copyOf"
            label={t('survey.office.copy')}
            choices={[
              { value: '', label: t('survey.office.no-copy') },
              ...surveys.map(({ slug, title }) => ({ value: slug, label: title, lang: 'pl' as const })),
            ]}
          />
          <SubmitRow>
            <Submit>{t('survey.office.begin')}</Submit>
          </SubmitRow>
        </Form>
      </Section>
    </Page>
  );
}
