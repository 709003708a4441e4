import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textLimits } from '#app/drafting/state/remark.ts';
import { enterReturned } from '#app/drafting/word/enter-returned.server.ts';
import { openReturned } from '#app/drafting/word/open-returned.server.ts';
import type { ReadFile } from '#app/drafting/word/read-file.server.ts';
import { ReturnedPreview } from '#app/drafting/word/returned-preview.tsx';
import { viewReturned, type ReturnedView } from '#app/drafting/word/returned-view.server.ts';
import { wordPage } from '#app/drafting/word/word-page.server.ts';
import { UploadReturned, WordDownloads } from '#app/drafting/word/word-page.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { OfficeNav } from '#app/drafting/office/office-nav.tsx';
import { readTypedFields } from '#app/forms/typed-text.ts';
import { bodyLimits, readFormWithin } from '#app/http/body.server.ts';
import { fieldFailure, formValues, type FormFailure } from '#app/forms/form.ts';
import { handler, type Context } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { useT } from '#app/i18n/context.tsx';
import { isMessageKey } from '#app/i18n/translate.ts';
import { pageTitle } from '#app/people/page-title.ts';

export const loader = handler(async ({ request, params, db }) =>
  wordPage(db, { viewer: await requireOfficial(request), slug: params.slug ?? '' }),
);

type Answer = { view: ReturnedView | null; asksVersion: string | null; failure: FormFailure };
const answer = (parts: Answer, status: number) => data<Answer>(parts, { status });

function refused(code: string, values: FormFailure['values'] = {}, source: string | null = null) {
  const key = `${code.startsWith('kind-') ? 'import' : 'word'}.error.${code}`;
  if (!isMessageKey(key)) throw new Error(`no message for ${code}`);
  const field = source === null ? 'file' : 'version';
  return answer({ view: null, asksVersion: source, failure: fieldFailure(values, field, key) }, 400);
}

export const action = handler(async (context) => {
  const viewer = await requireOfficial(context.request);
  const { params, db } = context;
  const slug = params.slug ?? '';
  await wordPage(db, { viewer, slug });
  const form = await readFormWithin(context.request, bodyLimits.import);
  if (!form) return refused('too-big');
  const bytes = await bytesOf(form);
  if (!bytes) return refused('file');
  const file = await openReturned(db, { viewer, bytes });
  if (!file.ok) return refused(file.error.code);
  form.delete('source');
  const values = formValues(form);
  return values.intent?.[0] === 'enter'
    ? enter(context, { viewer, slug, file: file.value, values })
    : preview(context, { viewer, slug, file: file.value, values });
});

type Step = {
  viewer: Awaited<ReturnType<typeof requireOfficial>>;
  slug: string;
  file: ReadFile;
  values: FormFailure['values'];
};

async function preview(
  { db, locale }: Context,
  { viewer, slug, file, values }: Step,
  failure: FormFailure = { values: {}, errors: {} },
  status = 200,
) {
  const view = await viewReturned(db, { viewer, slug, file, version: numberIn(values.version?.[0]), locale });
  if (view.ok) return answer({ view: view.value, asksVersion: null, failure }, status);
  const { code } = view.error;
  return refused(
    code,
    values,
    code === 'which-version' || (code === 'version' && !file.origin) ? encode(file.slim) : null,
  );
}

async function enter(context: Context, step: Step) {
  const { viewer, slug, file, values } = step;
  const complaints: FormFailure['errors'] = {};
  const reason = readTypedFields(values, textLimits.reason, complaints)('reason');
  if (complaints.reason) return preview(context, step, { values, errors: complaints }, 400);
  const entered = await enterReturned(context.db, {
    viewer,
    slug,
    file,
    version: numberIn(values.version?.[0]),
    seen: numberIn(values.newest?.[0]) ?? 0,
    picked: new Set(values.pick ?? []),
    reason,
  });
  if (entered.ok) return seeOther(`${context.to.desk(slug)}?info=word-entered`);
  const { code } = entered.error;
  // With a newer text everything is ticked anew: what is on the page now is not what was ticked.
  const kept = code === 'moved' ? {} : values;
  return preview(
    context,
    step,
    fieldFailure(kept, code === 'reason' ? 'reason' : 'pick', `word.error.${code}`),
    code === 'moved' ? 409 : 400,
  );
}

/** The uploaded file, or the one that came with the page. */
async function bytesOf(form: FormData): Promise<Uint8Array | null> {
  const file = form.get('file');
  if (file instanceof File && file.size > 0) return new Uint8Array(await file.arrayBuffer());
  const source = form.get('source');
  return typeof source === 'string' && source !== '' ? new Uint8Array(Buffer.from(source, 'base64')) : null;
}

const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const numberIn = (value: string | undefined) =>
  value !== undefined && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null;

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'word.title');

export default function OfficeWord() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  return (
    <Page>
      <OfficeNav slug={page.slug} here="word" />
      {answered?.view ? (
        <>
          <PageHead kind={page.title} title={t('word.preview')} lead={t('word.preview-lead')} />
          <ReturnedPreview view={answered.view} slug={page.slug} failure={answered.failure} />
        </>
      ) : (
        <>
          <PageHead kind={page.title} title={t('word.title')} lead={t('word.lead')} />
          <WordDownloads page={page} />
          <UploadReturned page={page} source={answered?.asksVersion ?? null} failure={answered?.failure} />
        </>
      )}
    </Page>
  );
}
