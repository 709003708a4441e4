import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FileField, Form, SelectField, Submit, SubmitRow, TextArea } from '#app/components/form.tsx';
import { Notice, Page, PageHead } from '#app/components/page-parts.tsx';
import { notFound } from '#app/errors/app-error.ts';
import { bounds } from '#app/forms/bounds.ts';
import { bodyLimits, readForm } from '#app/http/body.server.ts';
import { formFiles } from '#app/forms/form-files.server.ts';
import { fieldFailure, formValues, type FormFailure } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireViewer } from '#app/http/session.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import type { MethodologyProblem } from '#app/monitoring/methodology/methodology-messages.ts';
import { mayUpload, uploadMethodology } from '#app/monitoring/bridge/upload-methodology.server.ts';
import { teamsToOwn, versionsToChange } from '#app/monitoring/bridge/method-owners.server.ts';

export const loader = handler(async ({ request, db, t }) => {
  const viewer = await requireViewer(request);
  if (!mayUpload(viewer)) throw notFound('may not add methodologies');
  return {
    title: t('fieldwork.methods.upload'),
    teams: await teamsToOwn(db, viewer),
    versions: await versionsToChange(db, viewer),
  };
});

export const action = handler(async ({ request, db, to }) => {
  const viewer = await requireViewer(request);
  if (!mayUpload(viewer)) throw notFound('may not add methodologies');
  const form = await readForm(request, bodyLimits.import);
  const values = formValues(form);
  if ((values.mapping?.[0] ?? '').length > bounds.methodMapping)
    return refused(fieldFailure(values, 'mapping', 'error.too-long', { max: bounds.methodMapping }));
  const file = (await formFiles(form)).find((each) => each.field === 'file');
  if (!file) return refused(fieldFailure(values, 'file', 'fieldwork.methods.error.file'));
  const shown = new Map(
    (values.shown ?? []).map((one): [string, string] => [
      one.slice(0, one.lastIndexOf('@')),
      one.slice(one.lastIndexOf('@') + 1),
    ]),
  );
  const result = await uploadMethodology(db, {
    viewer,
    text: new TextDecoder().decode(file.bytes),
    mapping: values.mapping?.[0] ?? '',
    teamId: values.team?.[0] || null,
    shown,
  });
  if (result.ok) return seeOther(`${to.methodology(result.value.key, result.value.version)}?info=methodology-loaded`);
  const { error } = result;
  if (error.code === 'problems')
    return refused(
      fieldFailure(values, 'file', 'fieldwork.methods.error.problems', { count: error.problems.length }),
      error.problems,
    );
  if (error.code === 'mapping')
    return refused(fieldFailure(values, 'mapping', 'fieldwork.methods.error.mapping', { line: error.line }));
  if (error.code === 'json')
    return refused(fieldFailure(values, 'file', 'fieldwork.methods.error.json', { detail: error.detail }));
  if (error.code === 'team') return refused(fieldFailure(values, 'team', 'fieldwork.methods.error.team'));
  if (error.code === 'moved')
    return refused(fieldFailure(values, 'file', 'fieldwork.methods.error.moved', { version: error.version }), [], 409);
  return refused(
    fieldFailure(values, error.code === 'bridge-used' ? 'mapping' : 'file', `fieldwork.methods.error.${error.code}`, {
      version: error.version,
    }),
  );
});

function refused(failure: FormFailure, problems: MethodologyProblem[] = [], status = 400) {
  return data({ failure, problems }, { status });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.title ?? ''} – Paragraf` }];

export default function UploadMethodology() {
  const { title, teams, versions } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const locale = useLocale();
  const t = useT();
  const to = usePaths();
  const problems = refusal?.problems ?? [];
  return (
    <Page crumbs={[{ label: t('fieldwork.methods.title'), to: to.methodologies() }, { label: title }]}>
      <PageHead title={title} lead={t('fieldwork.methods.upload.lead')} />
      {problems.length > 0 ? (
        <Notice warn>
          <h2 className="sub-head">{t('fieldwork.methods.problems')}</h2>
          <ul>
            {problems.slice(0, 100).map((problem: MethodologyProblem, at: number) => (
              <li key={at}>
                {t('fieldwork.methods.problem', { path: problem.path || 'JSON', message: problem.message[locale] })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Form failure={refusal?.failure ?? null} upload>
        {teams.length > 1 ? (
          <SelectField
            name="team"
            short
            label={t('fieldwork.methods.team')}
            choices={[
              { value: '', label: '–' },
              ...teams.map((team: { id: string; name: string }) => ({ value: team.id, label: team.name })),
            ]}
          />
        ) : null}
        {versions.map(([name = '', hash = '']) => (
          <input type="hidden" name="shown" value={`${name}@${hash}`} key={name} />
        ))}
        <FileField name="file" label={t('fieldwork.methods.file')} accept="application/json,.json" />
        <TextArea
          name="mapping"
          max={bounds.methodMapping}
          rows={4}
          optional
          label={t('fieldwork.methods.mapping')}
          hint={t('fieldwork.methods.mapping.hint')}
        />
        <SubmitRow>
          <Submit>{t('fieldwork.methods.submit')}</Submit>
        </SubmitRow>
      </Form>
    </Page>
  );
}
