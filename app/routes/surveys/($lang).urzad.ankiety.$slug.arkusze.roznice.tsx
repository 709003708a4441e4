import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, SelectField, Submit } from '#app/components/form.tsx';
import { Empty, Page, PageHead, Section } from '#app/components/page-parts.tsx';
import { fieldFailure, formValues } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { pageTitle } from '#app/people/page-title.ts';
import { numberOf } from '#app/surveys/definition.ts';
import { settleSheet } from '#app/surveys/enter-sheet.server.ts';
import { printedNumber, readSheetNumber } from '#app/surveys/sheet-number.ts';
import { differencesPage } from '#app/surveys/sheets-page.server.ts';

export const loader = handler(async ({ request, db, params }) =>
  differencesPage(db, { viewer: await requireOfficial(request), slug: params.slug ?? '' }),
);

const choices = ['first', 'second', 'unreadable'] as const;

export const action = handler(async ({ request, db, params, to }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const values = formValues(await readForm(request));
  const number = readSheetNumber(values.number?.[0] ?? '');
  const picked = Object.fromEntries(
    Object.entries(values).flatMap(([name, [value]]) => {
      const choice = choices.find((each) => each === value);
      return name.startsWith('s-') && choice ? [[name.slice(2), choice] as const] : [];
    }),
  );
  const done = await settleSheet(db, { viewer, slug, number, choices: picked });
  if (done.ok) return seeOther(to.officeSurveyPart(slug, 'arkusze/roznice'));
  const code = done.error.code === 'not-drawn' ? 'choose' : 'gone';
  return data(
    { failure: fieldFailure(values, `s-${Object.keys(picked)[0] ?? 'q1'}`, `survey.sheet.error.${code}`), number },
    { status: code === 'choose' ? 400 : 409 },
  );
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'survey.sheet.differences');

export default function SheetDifferences() {
  const { survey, definition, sheets } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: survey.title, to: to.officeSurvey(survey.slug), lang: 'pl' },
        { label: t('survey.office.nav.sheets'), to: to.officeSurveyPart(survey.slug, 'arkusze') },
        { label: t('survey.sheet.differences') },
      ]}
    >
      <PageHead title={t('survey.sheet.differences')} lead={t('survey.sheet.differences-lead')} />
      {sheets.length === 0 ? (
        <Empty>
          <p>{t('survey.sheet.no-differences')}</p>
        </Empty>
      ) : (
        sheets.map(({ number, fields }) => (
          <Section key={number} id={`h-${number}`} title={t('survey.paper.no', { no: printedNumber(number) })}>
            <Form failure={sent?.number === number ? sent.failure : null}>
              <input type="hidden" name="number" value={number} />
              {fields.map(({ question, first, second }) => (
                <SelectField
                  key={question}
                  name={`s-${question}`}
                  label={t('survey.sheet.on-paper', { no: numberOf(definition, question) })}
                  short
                  choices={[
                    { value: '', label: t('survey.sheet.choose') },
                    { value: 'first', label: t('survey.sheet.first', { value: first }) },
                    { value: 'second', label: t('survey.sheet.other-entry', { value: second }) },
                    { value: 'unreadable', label: t('survey.sheet.key.unreadable') },
                  ]}
                />
              ))}
              <p className="actions">
                <Submit>{t('survey.sheet.settle')}</Submit>
              </p>
            </Form>
          </Section>
        ))
      )}
    </Page>
  );
}
