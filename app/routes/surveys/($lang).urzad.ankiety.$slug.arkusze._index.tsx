import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, RadioField, Submit, TextField, type FormProblem } from '#app/components/form.tsx';
import { Notice, Page, PageHead } from '#app/components/page-parts.tsx';
import { fieldFailure, formValues, type FormFailure } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { formatNumber } from '#app/i18n/numbers.ts';
import { pageTitle } from '#app/people/page-title.ts';
import { surveyBounds } from '#app/surveys/definition.ts';
import { enterSheet, refuseSheet } from '#app/surveys/enter-sheet.server.ts';
import { readKeyed } from '#app/surveys/keyed.ts';
import { OfficeSurveyNav } from '#app/surveys/office-survey-nav.tsx';
import { invalidReasons } from '#app/surveys/sheet-reasons.ts';
import { SheetFields, SheetKeys } from '#app/surveys/sheet-form.tsx';
import { printedNumber, readSheetNumber } from '#app/surveys/sheet-number.ts';
import { sheetDefinition, sheetsPage } from '#app/surveys/sheets-page.server.ts';
import { stepFailure } from '#app/surveys/survey-answer-form.ts';

export const loader = handler(async ({ request, db, params, url }) => {
  const viewer = await requireOfficial(request);
  const page = await sheetsPage(db, { viewer, slug: params.slug ?? '' });
  return { ...page, batch: (url.searchParams.get('paczka') ?? '').slice(0, surveyBounds.batch) };
});

export const action = handler(async ({ request, db, params, to, locale }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const values = formValues(await readForm(request));
  const one = (name: string) => values[name]?.[0]?.trim() ?? '';
  const [number, batch] = [readSheetNumber(one('number')), one('batch')];
  for (const [name, max] of [
    ['number', 5],
    ['batch', surveyBounds.batch],
    ['reasonWords', surveyBounds.other],
  ] as const)
    if (one(name).length > max) return refuse(fieldFailure(values, name, 'error.too-long', { max }));
  if (number === 0) return refuse(fieldFailure(values, 'number', 'survey.sheet.error.number'));
  const definition = await sheetDefinition(db, { viewer, slug });
  const isInvalid = one('intent') === 'invalid';
  const reason = invalidReasons.find((each) => each === one('reason'));
  if (isInvalid && !reason) return refuse(fieldFailure(values, 'reason', 'error.choice'));
  const read = readKeyed(definition, values);
  if (!isInvalid && read.problems.length > 0) return refuse(stepFailure(values, read.problems));
  const done = isInvalid
    ? await refuseSheet(db, { viewer, slug, number, batch, reason: reason ?? 'other', reasonWords: one('reasonWords') })
    : await enterSheet(db, { viewer, slug, number, batch, entry: read.entry });
  if (done.ok) return seeOther(`${to.officeSurveyPart(slug, 'arkusze')}?${new URLSearchParams({ paczka: batch })}`);
  const failure: FormFailure =
    done.error.code === 'number-used'
      ? fieldFailure(values, 'number', 'survey.sheet.error.number-used', {
          no: number,
          by: done.error.by,
          at: formatDateTime(locale, done.error.at),
        })
      : fieldFailure(values, 'number', `survey.sheet.error.${done.error.code}`);
  return data({ failure }, { status: 409 });
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'survey.office.nav.sheets');

export default function SurveySheets() {
  const page = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure ?? null;
  const t = useT();
  const to = usePaths();
  const { survey, counts } = page;
  return (
    <Page
      crumbs={[
        { label: t('survey.office'), to: to.officeSurveys() },
        { label: survey.title, to: to.officeSurvey(survey.slug), lang: 'pl' },
        { label: t('survey.office.nav.sheets') },
      ]}
    >
      <PageHead title={t('survey.sheet.enter')}>
        <ul className="facts">
          <li>{t('survey.sheet.valid', { count: counts.valid })}</li>
          <li>{t('survey.sheet.invalid', { count: counts.invalid })}</li>
          <li>{t('survey.sheet.drawn', { drawn: counts.drawn, twice: counts.twice })}</li>
        </ul>
      </PageHead>
      <OfficeSurveyNav survey={survey} here="sheets" />
      <div className="section mt-4 sheet-entry">
        <EntryForm failure={failure} />
        <Aside />
      </div>
      <script src="/survey-sheet.js" type="module" />
    </Page>
  );
}

function EntryForm({ failure }: { failure: FormProblem | null }) {
  const { definition, next, batch } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Form className="stack" failure={failure} action="?" key={next}>
      <SheetKeys />
      <div className="field-row">
        <TextField
          name="number"
          max={5}
          label={t('survey.sheet.no')}
          defaultValue={String(next)}
          inputMode="numeric"
          short
        />
        <TextField
          name="batch"
          max={surveyBounds.batch}
          label={t('survey.sheet.batch')}
          defaultValue={batch}
          optional
        />
      </div>
      <SheetFields definition={definition} />
      <p className="actions">
        <Submit name="intent" value="save">
          {t('survey.sheet.save')}
        </Submit>
      </p>
      <details className="more" id="niewazny" open={Boolean(failure?.errors.reason)}>
        <summary>{t('survey.sheet.is-invalid')}</summary>
        <RadioField
          name="reason"
          label={t('survey.sheet.why')}
          choices={invalidReasons.map((reason) => ({ value: reason, label: t(`survey.sheet.reason.${reason}`) }))}
        />
        <TextField name="reasonWords" max={surveyBounds.other} label={t('survey.sheet.why-words')} optional />
        <p className="actions">
          <Submit name="intent" value="invalid" quiet>
            {t('survey.sheet.save-invalid')}
          </Submit>
        </p>
      </details>
    </Form>
  );
}

function Aside() {
  const { survey, last, counts } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <aside className="stack" aria-labelledby="h-ostatnie">
      <h2 className="size-4" id="h-ostatnie">
        {t('survey.sheet.last')}
      </h2>
      {last.length === 0 ? (
        <p className="note">{t('survey.sheet.none')}</p>
      ) : (
        <div className="room">
          <table className="data data--dense">
            <caption className="vh">{t('survey.sheet.last')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('survey.sheet.no')}</th>
                <th scope="col">{t('survey.sheet.state')}</th>
              </tr>
            </thead>
            <tbody>
              {last.map(({ number, state, reason, unreadable }) => (
                <tr key={number}>
                  <th scope="row">{printedNumber(number)}</th>
                  <td>
                    {state === 'valid'
                      ? t('survey.sheet.is-valid', { unreadable })
                      : t('survey.sheet.is-invalid-because', { reason: t(`survey.sheet.reason.${reason as 'other'}`) })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h2 className="size-4">{t('survey.sheet.second')}</h2>
      <p>{t('survey.sheet.second-note', { left: counts.drawn - counts.twice })}</p>
      <p>
        <a className="tap" href={to.officeSurveyPart(survey.slug, 'arkusze/drugi')}>
          {t('survey.sheet.second-go')}
        </a>{' '}
        <a className="tap" href={to.officeSurveyPart(survey.slug, 'arkusze/roznice')}>
          {t('survey.sheet.differences')}
        </a>
      </p>
      {counts.compared > 0 ? (
        <Notice warn={counts.differing / counts.compared > 0.01} still>
          <p>
            {t('survey.sheet.rate', {
              compared: counts.compared,
              differing: counts.differing,
              rate: formatNumber(locale, (100 * counts.differing) / counts.compared, 1),
            })}
          </p>
          {counts.differing / counts.compared > 0.01 ? <p>{t('survey.sheet.again')}</p> : null}
        </Notice>
      ) : null}
    </aside>
  );
}
