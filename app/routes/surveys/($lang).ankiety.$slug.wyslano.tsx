import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { pageTitle } from '#app/people/page-title.ts';
import { wordsIn } from '#app/surveys/figures.ts';
import { getSurvey } from '#app/surveys/survey-page.server.ts';

export const loader = handler(async ({ db, params, url }) => {
  const { slug, title, titleEn, closesAt } = await getSurvey(db, params.slug ?? '', null, new Date());
  return {
    slug,
    title,
    titleEn,
    closesAt,
    receipt: /^[0-9A-F]{8}$/.exec(url.searchParams.get('numer') ?? '')?.[0] ?? null,
  };
});

export const handle = { guestsWrite: true };

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'survey.sent');

export default function SurveySent() {
  const { slug, title, titleEn, closesAt, receipt } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <Page
      crumbs={[
        { label: wordsIn(locale, { pl: title, en: titleEn }), to: to.survey(slug) },
        { label: t('survey.sent') },
      ]}
    >
      <PageHead title={t('survey.sent')} lead={t('survey.sent-lead')} />
      <div className="stack w-40">
        {receipt ? (
          <p>
            {t('survey.receipt')} <b className="num">{receipt}</b>
          </p>
        ) : null}
        {closesAt ? <p>{t('survey.results-when', { at: formatDateTime(locale, closesAt) })}</p> : null}
        <p>
          <a className="tap" href={to.surveyResults(slug)}>
            {t('survey.results.title')}
          </a>
        </p>
      </div>
    </Page>
  );
}
