import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FileField, Form, Submit, TextField } from '#app/components/form.tsx';
import { Page, PageHead, Section } from '#app/components/page-parts.tsx';
import { fieldFailure, formValues } from '#app/forms/form.ts';
import { bodyLimits, readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { pageTitle } from '#app/people/page-title.ts';
import { importsPage, uploadAnswers } from '#app/surveys/import-answers.server.ts';
import { importBounds } from '#app/surveys/import-table.ts';
import { OfficeSurveyNav } from '#app/surveys/office-survey-nav.tsx';

export const loader = handler(async ({ request, db, params }) =>
  importsPage(db, { viewer: await requireOfficial(request), slug: params.slug ?? '' }),
);

export const action = handler(async ({ request, db, params, to }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  await importsPage(db, { viewer, slug });
  const form = await readForm(request, bodyLimits.import);
  const values = formValues(form);
  const name = values.name?.[0]?.trim() ?? '';
  if (name.length > importBounds.name)
    return refuse(fieldFailure(values, 'name', 'error.too-long', { max: importBounds.name }));
  if (name.length < 3) return refuse(fieldFailure(values, 'name', 'survey.import.error.name'));
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0)
    return refuse(fieldFailure(values, 'file', 'survey.import.error.file'));
  const source = readText(new Uint8Array(await file.arrayBuffer()));
  if (source === null) return refuse(fieldFailure(values, 'file', 'survey.import.error.utf8'));
  const taken = await uploadAnswers(db, { viewer, slug, name, fileName: file.name, source });
  if (taken.ok) return seeOther(to.officeSurveyImport(slug, taken.id));
  return refuse(
    fieldFailure(values, 'file', `survey.import.error.${taken.error.code}`, { max: importBounds.rows }),
    taken.error.code === 'taken-already' ? 409 : 400,
  );
});

/** Both programs give out UTF-8; anything else would come out as wrong letters. */
function readText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'survey.office.nav.import');

export default function SurveyImports() {
  const { survey, files } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <Page
      crumbs={[
        { label: t('survey.office'), to: to.officeSurveys() },
        { label: survey.title, to: to.officeSurvey(survey.slug), lang: 'pl' },
        { label: t('survey.office.nav.import') },
      ]}
    >
      <PageHead title={t('survey.office.nav.import')} lead={t('survey.import.lead')} />
      <OfficeSurveyNav survey={survey} here="import" />
      <Section id="h-plik" title={t('survey.import.new')}>
        <Form upload failure={failure}>
          <TextField
            name="name"
            label={t('survey.import.name')}
            hint={t('survey.import.name-hint')}
            max={importBounds.name}
          />
          <FileField
            name="file"
            label={t('survey.import.file')}
            hint={t('survey.import.file-hint', { rows: importBounds.rows })}
            accept=".csv,.tsv,.txt,text/csv"
          />
          <p className="actions">
            <Submit>{t('survey.import.upload')}</Submit>
          </p>
        </Form>
      </Section>
      {files.length > 0 ? (
        <Section id="h-pliki" title={t('survey.import.files')}>
          <ul className="slips">
            {files.map(({ id, name, fileName, valid, invalid, takenAt }) => (
              <li className="slip" key={id}>
                <p>{takenAt ? <b>{name}</b> : <a href={to.officeSurveyImport(survey.slug, id)}>{name}</a>}</p>
                <p className="by">
                  {fileName}
                  {'. '}
                  {takenAt
                    ? t('survey.import.taken', { valid, invalid, at: formatDateTime(locale, takenAt) })
                    : t('survey.import.waits')}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}
