import { useActionData, useLoaderData } from '@remix-run/react';
import type { MetaFunction } from '@remix-run/node';
import { data } from '@remix-run/node';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { deleteImport } from '#app/drafting/acts/delete-import.server.ts';
import { decideChanges } from '#app/drafting/acts/decide-changes.server.ts';
import { decisions, viewReport } from '#app/drafting/acts/import-report.ts';
import { correctRoles } from '#app/drafting/acts/correct-roles.server.ts';
import { reviewImport } from '#app/drafting/acts/review-import.server.ts';
import { getImport } from '#app/drafting/acts/get-import.server.ts';
import { lineNumberOf, roleChoicesOf, windowAround } from '#app/drafting/acts/import-lines.ts';
import { ImportReview, linesPerPage } from '#app/drafting/acts/import-review.tsx';
import { readForm } from '#app/http/body.server.ts';
import { formValues } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { AppError } from '#app/errors/app-error.ts';

export const loader = handler(async ({ request, params, url, db, t }) => {
  const viewer = await requireOfficial(request);
  const draft = await getImport(db, { viewer, id: params.id ?? '' });
  const { lines, ...review } = await reviewImport(draft);
  const range = windowAround(lineNumberOf(url.searchParams.get('wiersz')), lines.length, linesPerPage);
  const { source: _source, overrides, report, ...about } = draft;
  const amend =
    about.slug !== null && report?.changes?.decision === 'amendments'
      ? { slug: about.slug, file: report.changes.file }
      : null;
  return {
    ...about,
    ...review,
    report: viewReport(report),
    amend,
    byHand: overrides.size,
    total: lines.length,
    ...range,
    lines: lines.slice(range.from - 1, range.to - 1),
    title: t('import.review-title'),
  };
});

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireOfficial(request);
  const values = formValues(await readForm(request));
  const revision = Number(values.revision?.[0]);
  if (!Number.isInteger(revision)) throw new AppError('bad-request', 'no revision');
  const id = params.id ?? '';
  if (values.intent?.[0] === 'delete') {
    const deleted = await deleteImport(db, { viewer, id, revision });
    return deleted.ok
      ? seeOther(`${to.office()}?info=import-deleted`)
      : data({ refused: deleted.error.code, choices: [] }, { status: 409 });
  }
  const decision = decisions.find((one) => one === values.changes?.[0]);
  if (decision) {
    const decided = await decideChanges(db, { viewer, id, revision, decision });
    return decided.ok
      ? seeOther(to.importReview(id))
      : data({ refused: decided.error.code, choices: [] }, { status: 409 });
  }
  const choices = roleChoicesOf(values);
  const result = await correctRoles(db, { viewer, id, revision, choices });
  if (!result.ok) return data({ refused: result.error.code, choices }, { status: 409 });
  return seeOther(`${to.importReview(id, lineNumberOf(values.wiersz?.[0] ?? null))}`);
});

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title}: ${page?.sourceName} – Paragraf` },
];

export default function Review() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('office.title'), to: to.office() }, { label: page.title }]}>
      <PageHead kind={`${page.municipality}, ${page.sourceName}`} title={page.title} lead={t('import.review-lead')} />
      <ImportReview page={page} refused={answer?.refused ?? null} choices={answer?.choices ?? []} />
    </Page>
  );
}
