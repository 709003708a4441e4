import { Polish } from '#app/components/polish.tsx';
import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { approveOfficeDraft } from '#app/approvals/approve-office-draft.server.ts';
import { officeDraftKey } from '#app/approvals/office-draft-words.ts';
import { loadOfficeDrafts } from '#app/approvals/office-drafts-page.server.ts';
import { OfficeDrafts } from '#app/approvals/office-drafts-view.tsx';
import { reviewOfficeDraft } from '#app/approvals/review-office-draft.server.ts';
import { draftSchema } from '#app/drafting/rulings/deciding-schema.ts';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { OfficeNav } from '#app/drafting/office/office-nav.tsx';
import { AppError } from '#app/errors/app-error.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { useT } from '#app/i18n/context.tsx';

export const loader = handler(async ({ request, params, db, locale, t }) => {
  const viewer = await requireOfficial(request);
  return {
    page: await loadOfficeDrafts(db, { viewer, slug: params.slug ?? '', locale }),
    title: t('deciding.office-drafts'),
  };
});

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const body = await readForm(request);
  const intent = body.get('intent');
  const form = parseForm(body, draftSchema);
  if (!form.ok) return refuse(form.failure);
  const named = { viewer, slug, id: form.value.draft, revision: form.value.draftRevision };
  const back = (info: string) => seeOther(`${to.officeDrafts(slug)}?info=${info}`);
  if (intent === 'approve') {
    const approved = await approveOfficeDraft(db, named);
    return approved.ok
      ? back('office-draft-approved')
      : data({ failure: fieldFailure(form.values, 'note', officeDraftKey(approved.error)) }, { status: 409 });
  }
  if (intent !== 'return' && intent !== 'drop') throw new AppError('bad-request', 'unknown intent');
  const reviewed = await reviewOfficeDraft(db, {
    ...named,
    step: intent === 'return' ? { kind: 'return', note: form.value.note } : { kind: 'drop' },
  });
  if (reviewed.ok) return back(intent === 'return' ? 'draft-returned' : 'draft-dropped');
  return data(
    { failure: fieldFailure(form.values, 'note', officeDraftKey(reviewed.error)) },
    { status: reviewed.error.code === 'note-required' ? 400 : 409 },
  );
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.title}: ${loaded.page.consultation.title} – Paragraf` : 'Paragraf' },
  { name: 'robots', content: 'noindex' },
];

export default function OfficeDraftsPage() {
  const { page, title } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  return (
    <Page>
      <OfficeNav slug={page.consultation.slug} here="approvals" />
      <PageHead
        kind={<Polish>{page.consultation.title}</Polish>}
        title={title}
        lead={t('deciding.office-drafts.lead')}
      />
      <OfficeDrafts page={page} failure={failure} />
    </Page>
  );
}
