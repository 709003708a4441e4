import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, Submit, TextField } from '#app/components/form.tsx';
import { Notice, Page, PageHead, Section } from '#app/components/page-parts.tsx';
import { fieldFailure, formValues } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { pageTitle } from '#app/people/page-title.ts';
import { codesPage } from '#app/surveys/codes-page.server.ts';
import { printedCode } from '#app/surveys/codes.ts';
import { codesAtOnce, makeCodes } from '#app/surveys/make-codes.server.ts';
import { OfficeSurveyNav } from '#app/surveys/office-survey-nav.tsx';

export const loader = handler(async ({ request, db, params, to }) => {
  const slug = params.slug ?? '';
  const page = await codesPage(db, { viewer: await requireOfficial(request), slug });
  return { ...page, atOnce: codesAtOnce, address: absoluteUrl(to.survey(slug)) };
});

export const action = handler(async ({ request, db, params, to }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const values = formValues(await readForm(request));
  const forKiosk = values.intent?.[0] === 'kiosk';
  const typed = values.count?.[0]?.trim() ?? '';
  if (typed.length > 4) return refuse(fieldFailure(values, 'count', 'error.too-long', { max: 4 }));
  const count = forKiosk ? 1 : Number(/^\d{1,4}$/.exec(typed)?.[0] ?? 0);
  if (count < 1 || count > codesAtOnce)
    return refuse(fieldFailure(values, 'count', 'survey.codes.error.count', { max: codesAtOnce }));
  const made = await makeCodes(db, { viewer, slug, count, forKiosk });
  if (!made.ok) return refuse(fieldFailure(values, 'count', `survey.codes.error.${made.error.code}`), 409);
  return data({
    failure: null,
    codes: forKiosk ? [] : made.codes,
    batch: made.batch,
    kiosk: forKiosk ? absoluteUrl(to.surveyKiosk(slug, { klucz: made.codes[0] ?? '' })) : null,
  });
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'survey.office.nav.codes');

export default function SurveyCodes() {
  const { survey, made, used, kiosks, atOnce, address } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const result = sent && 'codes' in sent ? sent : null;
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('survey.office'), to: to.officeSurveys() },
        { label: survey.title, to: to.officeSurvey(survey.slug), lang: 'pl' },
        { label: t('survey.office.nav.codes') },
      ]}
    >
      <PageHead title={t('survey.office.nav.codes')} lead={t('survey.codes.lead')} />
      <OfficeSurveyNav survey={survey} here="codes" />
      {result?.kiosk ? (
        <Notice warn>
          <p>{t('survey.codes.kiosk-made')}</p>
          <p className="num">{result.kiosk}</p>
        </Notice>
      ) : null}
      {result && result.codes.length > 0 ? (
        <Section id="h-zrobione" title={t('survey.codes.made', { count: result.codes.length, batch: result.batch })}>
          <p className="note">{t('survey.codes.once')}</p>
          <Form action={to.surveyCodesFile(survey.slug)} className="one-button no-print">
            <input type="hidden" name="codes" value={result.codes.join(' ')} />
            <input type="hidden" name="batch" value={result.batch} />
            <Submit quiet>{t('survey.codes.csv')}</Submit>
          </Form>
          <ul className="code-slips" role="list">
            {result.codes.map((code) => (
              <li key={code}>
                <span lang="pl">{survey.title}</span>
                <b>{printedCode(code)}</b>
                <small>{address}</small>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {survey.answeredBy === 'code' ? (
        <Section id="h-kody" title={t('survey.codes.make')}>
          <p>{t('survey.codes.state', { made, used })}</p>
          <Form failure={sent?.failure}>
            <TextField
              name="count"
              max={4}
              label={t('survey.codes.count')}
              hint={t('survey.codes.count-hint', { max: atOnce })}
              inputMode="numeric"
              short
            />
            <p className="actions">
              <Submit name="intent" value="codes">
                {t('survey.codes.go')}
              </Submit>
            </p>
          </Form>
        </Section>
      ) : null}
      {survey.kiosk ? (
        <Section id="h-punkt" title={t('survey.codes.kiosk')}>
          <p>{t('survey.codes.kiosk-note', { count: kiosks })}</p>
          <Form className="one-button">
            <Submit name="intent" value="kiosk" quiet>
              {t('survey.codes.kiosk-go')}
            </Submit>
          </Form>
        </Section>
      ) : null}
    </Page>
  );
}
