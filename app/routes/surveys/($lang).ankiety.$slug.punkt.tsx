import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Notice, Page, PageHead } from '#app/components/page-parts.tsx';
import { formValues } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { pageTitle } from '#app/people/page-title.ts';
import { makeSecret } from '#app/people/secrets.server.ts';
import { isKioskKey } from '#app/surveys/answer-survey.server.ts';
import { wordsIn } from '#app/surveys/figures.ts';
import { SurveyForm } from '#app/surveys/survey-form.tsx';
import { getSurvey } from '#app/surveys/survey-page.server.ts';
import { takeStep } from '#app/surveys/take-step.server.ts';

/** Seconds without a touch after which a kiosk begins anew. */
const idle = 60;

export const loader = handler(async ({ db, params, url }) => {
  const survey = await getSurvey(db, params.slug ?? '', null, new Date());
  const key = (url.searchParams.get('klucz') ?? '').slice(0, 40);
  return {
    survey,
    key,
    isOpen: survey.state === 'open' && (await isKioskKey(db, survey, key)),
    isSent: url.searchParams.get('wyslano') === '1',
    step: { version: survey.version, page: 0, typed: {}, once: makeSecret().secret, code: key },
  };
});

export const action = handler(async ({ request, db, params, to }) => {
  const slug = params.slug ?? '';
  const values = formValues(await readForm(request));
  const taken = await takeStep(db, { slug, values, viewer: null, channel: 'kiosk', isRepeat: false, now: new Date() });
  if (taken.kind !== 'page')
    return seeOther(to.surveyKiosk(slug, { klucz: values.code?.[0]?.slice(0, 40) ?? '', wyslano: 1 }));
  return data({ failure: taken.failure, step: taken.step }, { status: taken.status });
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'survey.kiosk');

/** The survey on a screen that many people use one after the other. */
export default function SurveyKiosk() {
  const { survey, key, isOpen, isSent, step } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const start = to.surveyKiosk(survey.slug, { klucz: key });
  return (
    <Page>
      <PageHead
        kind={`${t('survey.kiosk')}, ${survey.place}`}
        title={wordsIn(locale, { pl: survey.title, en: survey.titleEn })}
        lead={t('survey.kiosk.lead')}
      />
      {!isOpen ? (
        <Notice warn still>
          <p>{t('survey.error.no-kiosk')}</p>
        </Notice>
      ) : isSent && !sent ? (
        <div className="kiosk" data-kiosk={start} data-seconds={15}>
          <h2 className="size-6">{t('survey.kiosk.thanks')}</h2>
          <p className="actions">
            <a className="btn" href={start}>
              {t('survey.kiosk.next')}
            </a>
          </p>
        </div>
      ) : (
        <>
          <div className="kiosk" data-kiosk-asking="" hidden role="status">
            <h2 className="size-6">{t('survey.kiosk.still')}</h2>
            <p className="lead">{t('survey.kiosk.clears')}</p>
            <p className="actions">
              <button className="btn" type="button">
                {t('survey.kiosk.here')}
              </button>
              <button className="btn btn--quiet" type="button" data-kiosk-clear="">
                {t('survey.kiosk.clear')}
              </button>
            </p>
          </div>
          <div data-kiosk={start} data-seconds={idle}>
            <SurveyForm
              definition={survey.definition}
              step={sent?.step ?? step}
              failure={sent?.failure ?? null}
              action={start}
            />
          </div>
        </>
      )}
      <script src="/survey-kiosk.js" type="module" />
    </Page>
  );
}
