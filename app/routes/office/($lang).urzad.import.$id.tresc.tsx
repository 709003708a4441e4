import { useActionData, useLoaderData } from '@remix-run/react';
import type { MetaFunction } from '@remix-run/node';
import { data } from '@remix-run/node';
import { z } from 'zod';
import { Form, Submit, SubmitRow, TextArea } from '#app/components/form.tsx';
import { Notice, Page, PageHead } from '#app/components/page-parts.tsx';
import { editSource } from '#app/drafting/acts/edit-source.server.ts';
import { getImport } from '#app/drafting/acts/get-import.server.ts';
import { PasteAsText } from '#app/drafting/acts/paste-as-text.tsx';
import { sourceProblem } from '#app/drafting/acts/source-limits.ts';
import { bounds } from '#app/forms/bounds.ts';
import { bodyLimits, readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm, type FormFailure } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';

const schema = z.object({
  revision: z.coerce.number().int(),
  source: z.string().max(bounds.source).trim().min(1),
});

/** For what is pasted with its looks; everything works without. */
export const handle = { scripts: true };

export const loader = handler(async ({ request, params, db, t }) => {
  const viewer = await requireOfficial(request);
  const { id, source, revision, sourceName, slug } = await getImport(db, { viewer, id: params.id ?? '' });
  return { id, source, revision, sourceName, slug, title: t('import.source-title') };
});

type Answer = { failure: FormFailure | null; refused: 'conflict' | 'published' | null };

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireOfficial(request);
  const parsed = parseForm(await readForm(request, bodyLimits.import), schema);
  if (!parsed.ok) return data<Answer>({ failure: parsed.failure, refused: null }, { status: 400 });
  const problem = sourceProblem(parsed.value.source);
  if (problem)
    return data<Answer>(
      { failure: fieldFailure(parsed.values, 'source', `import.error.${problem}`), refused: null },
      { status: 400 },
    );
  const id = params.id ?? '';
  const result = await editSource(db, { viewer, id, ...parsed.value });
  if (!result.ok)
    return data<Answer>(
      { failure: { values: parsed.values, errors: {} }, refused: result.error.code },
      { status: 409 },
    );
  return seeOther(to.importReview(id));
});

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title}: ${page?.sourceName} – Paragraf` },
];

export default function SourceEdit() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const refused: Answer['refused'] = answer?.refused ?? null;
  return (
    <Page
      crumbs={[
        { label: t('office.title'), to: to.office() },
        { label: t('import.review-title'), to: to.importReview(page.id) },
        { label: page.title },
      ]}
    >
      <PageHead kind={page.sourceName} title={page.title} lead={t('import.source-lead')} />
      {refused ? (
        <Notice warn>
          <p>
            <strong>{t(`import.refused.${refused}`)}</strong>
          </p>
        </Notice>
      ) : null}
      {page.slug ? (
        <Notice>
          <p>{t('import.refused.published')}</p>
        </Notice>
      ) : (
        <Form failure={answer?.failure} className="form form--wide" upload>
          <input type="hidden" name="revision" value={page.revision} />
          <TextArea
            name="source"
            max={bounds.source}
            label={refused ? t('import.source-yours') : t('import.source-label')}
            rows={26}
            law
            defaultValue={page.source}
          />
          <PasteAsText field="source" />
          {refused ? <CurrentSource source={page.source} /> : null}
          <SubmitRow>
            <Submit>{refused ? t('import.source-save-mine') : t('form.save')}</Submit>
            <a href={to.importReview(page.id)}>{t('form.cancel')}</a>
          </SubmitRow>
        </Form>
      )}
    </Page>
  );
}

/** What somebody else has saved meanwhile, to compare with what was typed. */
function CurrentSource({ source }: { source: string }) {
  const t = useT();
  return (
    <div className="field">
      <label htmlFor="current-source">{t('import.source-current')}</label>
      <textarea className="input input--law" id="current-source" rows={14} readOnly defaultValue={source} />
    </div>
  );
}
