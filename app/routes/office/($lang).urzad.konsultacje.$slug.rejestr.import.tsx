import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { importRemarks } from '#app/drafting/exchange/import-remarks.server.ts';
import type { ImportView } from '#app/drafting/exchange/import-form.ts';
import { tableText, type TableText } from '#app/drafting/exchange/table-text.ts';
import { readImport } from '#app/drafting/exchange/read-import.server.ts';
import { ImportPreview, UploadForm } from '#app/drafting/exchange/import-page.tsx';
import { OfficeRegisterHead } from '#app/drafting/register/office-frame.tsx';
import { requireOffice } from '#app/drafting/register/require-office.server.ts';
import { Page } from '#app/components/page-parts.tsx';
import { AppError } from '#app/errors/app-error.ts';
import { bodyLimits, readForm } from '#app/http/body.server.ts';
import { fieldFailure, formValues, type FormFailure } from '#app/forms/form.ts';
import { handler, type Context } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { useT } from '#app/i18n/context.tsx';
import { pageTitle } from '#app/people/page-title.ts';

export const loader = handler(async ({ request, params, db }) => {
  const viewer = await requireOfficial(request);
  const { title } = await requireOffice(db, { viewer, slug: params.slug ?? '' });
  return { slug: params.slug ?? '', title };
});

type Answer = { view: ImportView | null; failure: FormFailure };
const answer = (parts: Answer, status: number) => data<Answer>(parts, { status });

export const action = handler(async (context) => {
  const viewer = await requireOfficial(context.request);
  const { params, db, to } = context;
  const slug = params.slug ?? '';
  await requireOffice(db, { viewer, slug });
  const form = await readForm(context.request, bodyLimits.import);
  const values = formValues(form);
  const source = await sourceOf(form);
  // The words of the file travel with the page; they are not shown as a field.
  const failed = (key: Parameters<typeof fieldFailure>[2], params: Record<string, string | number> = {}) =>
    answer({ view: null, failure: fieldFailure({}, 'file', key, params) }, 400);
  if (!source.ok) return failed(source.key);
  const read = await readImport(db, { viewer, slug, source: source.text, values });
  if (!read.ok) return failed(`register.import.${read.error.code}`, { line: read.error.line ?? 1 });
  if (values.intent?.[0] !== 'import') return answer({ view: read.value, failure: { values: {}, errors: {} } }, 200);
  return enter(context, { viewer, view: read.value, slug, to });
});

type Entering = {
  viewer: Awaited<ReturnType<typeof requireOfficial>>;
  view: ImportView;
  slug: string;
  to: Context['to'];
};

async function enter({ db }: Context, { viewer, view, slug, to }: Entering) {
  if (view.plan.remarks.length === 0) throw new AppError('bad-request', 'nothing to import');
  const result = await importRemarks(db, { viewer, slug, remarks: view.plan.remarks });
  if (!result.ok) return answer({ view, failure: fieldFailure({}, 'file', 'register.import.closed') }, 400);
  return seeOther(`${to.officeRegister(slug)}?info=${result.value.entered > 0 ? 'remarks-imported' : 'remarks-known'}`);
}

/** Text of the uploaded file, or of the one that came with the page. */
async function sourceOf(form: FormData): Promise<TableText> {
  const file = form.get('file');
  if (file instanceof File && file.size > 0) return tableText(new Uint8Array(await file.arrayBuffer()), file.name);
  const source = form.get('source');
  return { ok: true, text: typeof source === 'string' ? source.replace(/\r\n?/g, '\n') : '' };
}

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'register.office.import');

export default function ImportRemarks() {
  const { slug, title } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  return (
    <Page>
      <OfficeRegisterHead
        slug={slug}
        view="import"
        title={t('register.import.title')}
        lead={t('register.import.lead', { title })}
      />
      {answered?.view ? (
        <ImportPreview view={answered.view} failure={answered.failure} />
      ) : (
        <UploadForm failure={answered?.failure} />
      )}
    </Page>
  );
}
