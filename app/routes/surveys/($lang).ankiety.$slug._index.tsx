import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, Submit, TextField } from '#app/components/form.tsx';
import { Notice, Page } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { fieldFailure, formValues } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuseForNow, refuse, redirect } from '#app/http/responses.server.ts';
import { getViewer } from '#app/http/session.server.ts';
import { hasSentSurvey, sentSurveyCookie } from '#app/http/survey-cookie.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { makeSecret } from '#app/people/secrets.server.ts';
import { SurveyAside } from '#app/surveys/survey-aside.tsx';
import { SurveyForm, type SurveyStep } from '#app/surveys/survey-form.tsx';
import { SurveyHead } from '#app/surveys/survey-head.tsx';
import { takeStep } from '#app/surveys/take-step.server.ts';
import { askedNow, getSurvey } from '#app/surveys/survey-page.server.ts';
import { tryCode } from '#app/surveys/answer-survey.server.ts';
import { wordsIn } from '#app/surveys/figures.ts';
import { localeOfPath } from '#app/i18n/locale.ts';

const firstStep = (version: number, code: string): SurveyStep => ({
  version,
  page: 0,
  typed: {},
  once: makeSecret().secret,
  code,
});

export const loader = handler(async ({ request, db, params, url }) => {
  const viewer = await getViewer(request);
  const now = new Date();
  const survey = await getSurvey(db, params.slug ?? '', viewer, now);
  const hasSent = await hasSentSurvey(request, survey.slug);
  return {
    survey,
    now,
    step: firstStep(survey.version, ''),
    signedIn: viewer?.verified ?? false,
    /** Sent from this browser already; answering once more is a choice. */
    hasSent: hasSent && url.searchParams.get('jeszcze') !== '1',
  };
});

export const action = handler(async ({ request, db, params, to, url }) => {
  const viewer = await getViewer(request);
  const slug = params.slug ?? '';
  const values = formValues(await readForm(request));
  if (values.intent?.[0] === 'code') {
    const code = values.code?.[0] ?? '';
    if (code.length > bounds.surveyCode)
      return refuse(fieldFailure(values, 'code', 'error.too-long', { max: bounds.surveyCode }));
    const tried = await tryCode(db, { slug, code });
    if (tried.ok) {
      const { version } = await askedNow(db, slug);
      return data({ failure: null, step: firstStep(version, code) });
    }
    return tried.error.code === 'too-many'
      ? refuseForNow(values, 'code', tried.error.seconds)
      : refuse(fieldFailure(values, 'code', `survey.error.${tried.error.code}`));
  }
  const isRepeat = await hasSentSurvey(request, slug);
  const taken = await takeStep(db, { slug, values, viewer, channel: 'web', isRepeat, now: new Date() });
  if (taken.kind === 'sent') {
    const answer = redirect(to.surveySent(slug, { numer: taken.receipt }), 303);
    answer.headers.append('Set-Cookie', await sentSurveyCookie(request, slug));
    return answer;
  }
  if (taken.kind === 'sign-in') return redirect(to.signIn(url.pathname), 303);
  return data(
    { failure: taken.failure, step: taken.step },
    { status: taken.status, headers: taken.seconds ? { 'Retry-After': String(taken.seconds) } : {} },
  );
});

export const handle = { guestsWrite: true };

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => {
  if (!page) return [{ title: 'Paragraf' }];
  const { title, titleEn } = page.survey;
  return [{ title: `${wordsIn(localeOfPath(location.pathname), { pl: title, en: titleEn })} – Paragraf` }];
};

export default function SurveyPage() {
  const { survey, now } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const t = useT();
  const to = usePaths();
  const title = wordsIn(locale, { pl: survey.title, en: survey.titleEn });
  return (
    <Page
      crumbs={[
        { label: t('nav.municipalities'), to: to.municipalities() },
        { label: survey.place, to: to.municipality(survey.teryt), lang: 'pl' },
        { label: title },
      ]}
    >
      <SurveyHead survey={survey} now={now} />
      <div className="survey-page section mt-4">
        <Middle />
        <SurveyAside survey={survey} />
      </div>
    </Page>
  );
}

/** The form, or what stands in its place. */
function Middle() {
  const { survey, step, signedIn, hasSent } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const answered = sent && 'step' in sent && sent.step ? sent : null;
  if (!answered) {
    if (survey.state === 'historical' || survey.state === 'ended')
      return (
        <div className="stack">
          <Notice>
            <p>{t('survey.ended')}</p>
            <p>
              <a className="tap" href={to.surveyResults(survey.slug)}>
                {t('survey.results.see')}
              </a>
            </p>
          </Notice>
        </div>
      );
    if (survey.state === 'coming' || !survey.onWeb)
      return (
        <div className="stack">
          <Notice>
            <p>{t(survey.state === 'coming' ? 'survey.coming' : 'survey.not-on-web')}</p>
          </Notice>
        </div>
      );
    if (survey.answeredBy === 'account' && !signedIn)
      return (
        <div className="stack">
          <p>
            <a className="btn" href={to.signIn(to.survey(survey.slug))}>
              {t('survey.sign-in')}
            </a>
          </p>
        </div>
      );
    if (survey.hasAnswered || (hasSent && survey.answeredBy === 'open'))
      return (
        <div className="stack">
          <Notice>
            <h2 className="size-4">{t(survey.hasAnswered ? 'survey.answered' : 'survey.repeat')}</h2>
            {survey.hasAnswered ? null : (
              <>
                <p>{t('survey.repeat-note')}</p>
                <p>
                  <a className="tap" href={to.survey(survey.slug, { jeszcze: 1 })}>
                    {t('survey.repeat-go')}
                  </a>
                </p>
              </>
            )}
          </Notice>
        </div>
      );
    if (survey.answeredBy === 'code')
      return (
        <Form failure={sent?.failure} action={to.survey(survey.slug)}>
          <TextField
            name="code"
            max={bounds.surveyCode}
            label={t('survey.code')}
            hint={t('survey.code-hint')}
            autoComplete="one-time-code"
            short
          />
          <p className="actions">
            <Submit name="intent" value="code">
              {t('survey.code-go')}
            </Submit>
          </p>
        </Form>
      );
  }
  return (
    <SurveyForm
      definition={survey.definition}
      step={answered?.step ?? step}
      failure={answered?.failure ?? null}
      action={to.survey(survey.slug)}
    />
  );
}
