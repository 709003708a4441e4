import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, Submit } from '#app/components/form.tsx';
import { Empty, Page, PageHead } from '#app/components/page-parts.tsx';
import { fieldFailure, formValues } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { pageTitle } from '#app/people/page-title.ts';
import { enterSecond } from '#app/surveys/enter-sheet.server.ts';
import { readKeyed } from '#app/surveys/keyed.ts';
import { SheetFields, SheetKeys } from '#app/surveys/sheet-form.tsx';
import { printedNumber, readSheetNumber } from '#app/surveys/sheet-number.ts';
import { secondPage, sheetDefinition } from '#app/surveys/sheets-page.server.ts';
import { stepFailure } from '#app/surveys/survey-answer-form.ts';

export const loader = handler(async ({ request, db, params }) =>
  secondPage(db, { viewer: await requireOfficial(request), slug: params.slug ?? '' }),
);

export const action = handler(async ({ request, db, params, to }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const values = formValues(await readForm(request));
  const number = readSheetNumber(values.number?.[0] ?? '');
  const definition = await sheetDefinition(db, { viewer, slug });
  const read = readKeyed(definition, values);
  if (read.problems.length > 0) return refuse(stepFailure(values, read.problems));
  const done = await enterSecond(db, { viewer, slug, number, entry: read.entry });
  if (done.ok) return seeOther(to.officeSurveyPart(slug, 'arkusze/drugi'));
  const code = done.error.code === 'moved' || done.error.code === 'number-used' ? 'gone' : done.error.code;
  return data({ failure: fieldFailure(values, 'number', `survey.sheet.error.${code}`) }, { status: 409 });
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'survey.sheet.second');

export default function SecondEntry() {
  const { survey, definition, number, left } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: survey.title, to: to.officeSurvey(survey.slug), lang: 'pl' },
        { label: t('survey.office.nav.sheets'), to: to.officeSurveyPart(survey.slug, 'arkusze') },
        { label: t('survey.sheet.second') },
      ]}
    >
      <PageHead title={t('survey.sheet.second')} lead={t('survey.sheet.second-lead')} />
      {number === null ? (
        <Empty>
          <p>{t(left > 0 ? 'survey.sheet.second-others' : 'survey.sheet.second-none')}</p>
          <p>
            <a className="tap" href={to.officeSurveyPart(survey.slug, 'arkusze')}>
              {t('survey.office.nav.sheets')}
            </a>
          </p>
        </Empty>
      ) : (
        <div className="section mt-4 sheet-entry">
          <Form className="stack" failure={failure} key={number}>
            <h2>{t('survey.paper.no', { no: printedNumber(number) })}</h2>
            <SheetKeys />
            <input type="hidden" name="number" value={number} />
            <SheetFields definition={definition} />
            <p className="actions">
              <Submit name="intent" value="save">
                {t('survey.sheet.second-save')}
              </Submit>
            </p>
          </Form>
        </div>
      )}
      <script src="/survey-sheet.js" type="module" />
    </Page>
  );
}
