import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Form, Submit, TextField } from '#app/components/form.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { pageTitle } from '#app/people/page-title.ts';
import { findForOffice } from '#app/surveys/office-survey.server.ts';
import { OfficeSurveyNav } from '#app/surveys/office-survey-nav.tsx';
import { PaperSheet } from '#app/surveys/paper-view.tsx';
import { getSurvey } from '#app/surveys/survey-page.server.ts';
import { readSheetNumber } from '#app/surveys/sheet-number.ts';
import { nextSheet } from '#app/surveys/sheets-page.server.ts';

/** Sheets printed at once. */
const most = 200;

export const loader = handler(async ({ request, db, params, url }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const office = await findForOffice(db, { viewer, slug });
  const survey = await getSurvey(db, slug, null, new Date());
  const number = (name: string) => readSheetNumber(url.searchParams.get(name) ?? '');
  const from = number('od');
  return {
    office,
    survey,
    from: from || (await nextSheet(db, office.id)),
    sheets: from === 0 ? [] : Array.from({ length: Math.min(most, number('ile') || 1) }, (_, at) => from + at),
    large: url.searchParams.get('duzy') === 'yes',
  };
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'survey.office.nav.print');

export default function PrintSheets() {
  const { office, survey, from, sheets, large } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  if (sheets.length > 0)
    return (
      <div className="sheet-page">
        <div className="page">
          <div className="paper-bar no-print">
            <a className="tap" href={to.officeSurveyPart(survey.slug, 'druk')}>
              {t('survey.paper.back')}
            </a>
            <h1 className="size-4">{t('survey.paper.series', { from: sheets[0] ?? 0, until: sheets.at(-1) ?? 0 })}</h1>
          </div>
          {sheets.map((no) => (
            <PaperSheet key={no} survey={survey} no={no} large={large} />
          ))}
        </div>
      </div>
    );
  return (
    <Page
      crumbs={[
        { label: t('survey.office'), to: to.officeSurveys() },
        { label: survey.title, to: to.officeSurvey(survey.slug), lang: 'pl' },
        { label: t('survey.office.nav.print') },
      ]}
    >
      <PageHead title={t('survey.office.nav.print')} lead={t('survey.paper.print-lead')} />
      <OfficeSurveyNav survey={office} here="print" />
      <Form method="get">
        <TextField
          name="od"
          max={5}
          label={t('survey.paper.from')}
          defaultValue={String(from)}
          inputMode="numeric"
          short
        />
        <TextField
          name="ile"
          max={3}
          label={t('survey.paper.count', { most })}
          defaultValue="20"
          inputMode="numeric"
          short
        />
        <div className="field">
          <label className="choice">
            <input type="checkbox" name="duzy" value="yes" />
            <span className="plain">{t('survey.sheet-large')}</span>
          </label>
        </div>
        <p className="actions">
          <Submit>{t('survey.paper.show')}</Submit>
        </p>
      </Form>
    </Page>
  );
}
