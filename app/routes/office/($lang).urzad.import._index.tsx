import { useActionData, useLoaderData } from '@remix-run/react';
import type { MetaFunction } from '@remix-run/node';
import { z } from 'zod';
import { FileField, Form, SelectField, Submit, SubmitRow, TextArea } from '#app/components/form.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { PasteAsText } from '#app/drafting/acts/paste-as-text.tsx';
import { importText } from '#app/drafting/acts/import-text.server.ts';
import { readUpload } from '#app/drafting/acts/read-upload.server.ts';
import { officeHome } from '#app/drafting/pages/office-home.server.ts';
import { bounds } from '#app/forms/bounds.ts';
import { bodyLimits, readForm } from '#app/http/body.server.ts';
import { fieldFailure, formValues, parseForm } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';

const schema = z.object({ teryt: z.string().regex(/^\d{7}$/, 'error.choice'), text: z.string().max(bounds.source) });

/** For what is pasted with its looks; everything works without. */
export const handle = { scripts: true };

export const loader = handler(async ({ request, url, db, t }) => {
  const viewer = await requireOfficial(request);
  const { municipalities } = await officeHome(db, { viewer, now: new Date() });
  return { municipalities, picked: url.searchParams.get('gmina'), title: t('import.title') };
});

export const action = handler(async ({ request, db, to, t }) => {
  const viewer = await requireOfficial(request);
  const form = await readForm(request, bodyLimits.import);
  const values = formValues(form);
  const parsed = parseForm(form, schema);
  if (!parsed.ok) return refuse(parsed.failure);
  const source = await readUpload(db, { viewer, text: parsed.value.text, file: uploaded(form) });
  if (!source.ok) return refuse(fieldFailure(values, source.error.field, `import.error.${source.error.code}`));
  const id = await importText(db, {
    viewer,
    teryt: parsed.value.teryt,
    source: source.text,
    report: source.report,
    sourceName: source.name ?? t('import.pasted'),
  });
  return seeOther(to.importReview(id));
});

function uploaded(form: FormData): File | null {
  const file = form.get('file');
  return file instanceof File && (file.size > 0 || file.name !== '') ? file : null;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} – Paragraf` }];

export default function ImportStart() {
  const { municipalities, picked, title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('office.title'), to: to.office() }, { label: title }]}>
      <PageHead title={title} lead={t('import.lead')} />
      <Form failure={answer?.failure} upload className="form form--wide">
        {municipalities.length === 1 ? (
          <input type="hidden" name="teryt" value={municipalities[0]!.teryt} />
        ) : (
          <SelectField
            name="teryt"
            label={t('import.municipality')}
            defaultValue={picked ?? ''}
            choices={[
              { value: '', label: t('import.choose') },
              ...municipalities.map((place) => ({ value: place.teryt, label: place.name })),
            ]}
          />
        )}
        <FileField
          name="file"
          label={t('import.file')}
          hint={t('import.file-hint')}
          accept=".txt,.docx,.odt,text/plain,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          optional
        />
        <TextArea name="text" max={bounds.source} label={t('import.text')} hint={t('import.text-hint')} rows={14} law />
        <PasteAsText field="text" />
        <SubmitRow>
          <Submit>{t('import.read')}</Submit>
          <a href={to.office()}>{t('form.cancel')}</a>
        </SubmitRow>
      </Form>
    </Page>
  );
}
