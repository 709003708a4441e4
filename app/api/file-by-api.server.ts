import { fileFiling, type FilingError } from '#app/drafting/register/file-filing.server.ts';
import { emptyOperation, type FilingProblem } from '#app/drafting/register/filing-draft.ts';
import type { OperationDraft, PointDraft } from '#app/drafting/register/operation-draft.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { Translate } from '#app/i18n/translate.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { AppError } from '#app/errors/app-error.ts';
import { ApiProblem } from './problem.ts';
import type { NewFiling } from './schemas/filing.ts';
import type { Problem } from './schemas/common.ts';

type Input = { viewer: Viewer; slug: string; filing: NewFiling; locale: Locale; t: Translate; now: Date };

/** Files a letter that came through the interface by the very use case of the page; its refusals become problems. */
export async function fileByApi(
  db: Db,
  { viewer, slug, filing, locale, t, now }: Input,
): Promise<{ number: number; points: number }> {
  const file = () =>
    fileFiling(db, {
      slug,
      filer: { kind: 'author', viewer, via: 'api' },
      nameIsPublic: filing.nameIsPublic,
      points: filing.points.map(pointOf),
      locale,
      now,
    });
  let filed: Awaited<ReturnType<typeof file>>;
  try {
    filed = await file();
  } catch (error) {
    // "Not found" of a letter is either the consultation or a wording that it names.
    if (error instanceof AppError && error.code === 'not-found') await requireWordings(db, { slug, filing, t });
    throw error;
  }
  if (filed.ok) return filed.value;
  throw problemOf(filed.error, t);
}

/** Names the changes whose provision or wording this consultation never had. */
async function requireWordings(db: Db, { slug, filing, t }: Pick<Input, 'slug' | 'filing' | 't'>): Promise<void> {
  const changes = filing.points.flatMap(({ changes: of }, point) => of.map((change, at) => ({ change, point, at })));
  const rows = await db.clauseRevision.findMany({
    where: { id: { in: changes.map(({ change }) => change.revision) }, consultation: { slug } },
    select: { id: true, clause: { select: { code: true } } },
  });
  const known = new Set(rows.map(({ id, clause }) => `${clause.code} ${id}`));
  const errors = changes
    .filter(({ change }) => !known.has(`${change.clause} ${change.revision.toLowerCase()}`))
    .map(({ point, at }) => ({
      in: 'body' as const,
      name: `points/${point}/changes/${at}/revision`,
      detail: t('api.problem.no-revision'),
    }));
  if (errors.length > 0 && (await db.consultation.count({ where: { slug } })) > 0)
    throw new ApiProblem('refused', { errors });
}

type Change = NewFiling['points'][number]['changes'][number];

function pointOf({ reason, place, changes }: NewFiling['points'][number]): PointDraft {
  return { reason, place, operations: changes.map(operationOf) };
}

function operationOf(change: Change): OperationDraft {
  const operation = {
    ...emptyOperation({ code: change.clause, revisionId: change.revision, text: '' }, change.op),
    quote: change.quote,
    mark: change.mark ?? undefined,
  };
  switch (change.op) {
    case 'replace':
      return { ...operation, text: change.text };
    case 'insert-after':
      return { ...operation, inserted: change.text };
    case 'split':
      return { ...operation, first: change.text, rest: change.rest };
    case 'merge':
      return { ...operation, joined: change.text, partner: change.target };
    case 'move':
      return { ...operation, target: change.target };
    case 'delete':
    case 'none':
      return operation;
  }
}

function problemOf(error: FilingError, t: Translate): ApiProblem {
  switch (error.code) {
    case 'not-verified':
      return new ApiProblem('not-confirmed');
    case 'problems':
      return new ApiProblem('refused', { errors: error.problems.map((problem) => fieldProblem(problem, t)) });
    case 'moved':
      return new ApiProblem('moved', {
        errors: error.at.map(({ point, operation }) => ({
          in: 'body',
          name: `points/${point}/changes/${operation}/revision`,
          detail: t('api.problem.moved'),
        })),
      });
    case 'name':
      return new ApiProblem('refused', { errors: [{ in: 'body', name: 'nameIsPublic', detail: t(error.key) }] });
    case 'too-many':
      return new ApiProblem('too-many', { headers: { 'Retry-After': String(error.seconds) } });
    default:
      return new ApiProblem('closed');
  }
}

/** Fields of the form by the names they have in the interface. */
const fieldNames: Record<FilingProblem['field'], string> = {
  op: 'op',
  quote: 'quote',
  text: 'text',
  inserted: 'text',
  first: 'text',
  rest: 'rest',
  joined: 'text',
  partner: 'target',
  target: 'target',
  reason: 'reason',
};

function fieldProblem(
  { point, operation, field, key, params }: FilingProblem,
  t: Translate,
): NonNullable<Problem['errors']>[number] {
  const at = operation === null ? `points/${point}` : `points/${point}/changes/${operation}`;
  return { in: 'body', name: `${at}/${fieldNames[field]}`, detail: t(key, params) };
}
