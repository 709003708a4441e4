import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { cleanText } from '#app/forms/clean-text.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { findGoneClause, type GoneClause } from '../talk/clause-history.server.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import { operationKinds, operationsFor, type OperationKind } from '../state/remark.ts';
import { emptyOperation, holdsWords, operationBounds } from './filing-draft.ts';
import type { OperationDraft, PointDraft } from './operation-draft.ts';
import { loadFilingPage, type FilingPage } from './filing-page.server.ts';

export type ClauseStart = { page: FilingPage | null; gone: GoneClause | null; citation: string };

/** The form for one change of one clause; where the text has left the clause out, what is known of it. Throws not-found. */
export async function startOnClause(
  db: Db,
  input: {
    slug: string;
    code: number;
    op: string | null;
    /** Words the reader selected; kept when they are in the clause. */ quote?: string;
    locale: Locale;
    now: Date;
  },
): Promise<ClauseStart> {
  const { slug, code, locale, now } = input;
  const draft = await loadDraft(db, { slug });
  const unit = draft.units.find((each) => each.code === code);
  if (!unit) {
    const gone = await findGoneClause(db, { draft, code });
    if (!gone) throw notFound('no such clause');
    return { page: null, gone, citation: gone.citation };
  }
  const allowed: OperationKind[] = [...operationsFor(unit), 'none'];
  const quote = cleanText(input.quote ?? '')
    .replace(/\s+/g, ' ')
    .slice(0, operationBounds(unit, draft.units).quote);
  const op = allowed.find((kind) => kind === input.op) ?? allowed[0] ?? 'none';
  const { page } = await loadFilingPage(db, {
    slug,
    points: [
      {
        reason: '',
        place: '',
        operations: [{ ...emptyOperation(unit, op), quote: holdsWords(unit, quote) ? quote : '' }],
      },
    ],
    intent: null,
    locale,
    now,
  });
  return { page, gone: null, citation: citationsByClause(draft.units).get(unit.clauseId) ?? '' };
}

/** The form for a letter about the whole act, or once more for the withdrawn points of `refiles`, a letter of this person. Throws not-found. */
export async function startFiling(
  db: Db,
  input: { slug: string; refiles: number | null; viewer: Viewer | null; locale: Locale; now: Date },
): Promise<FilingPage> {
  const { slug, locale, now } = input;
  const points =
    input.refiles === null ? [] : await withdrawnPoints(db, { slug, number: input.refiles, viewer: input.viewer });
  const { page } = await loadFilingPage(db, {
    slug,
    points: points.length > 0 ? points : [{ reason: '', place: '', operations: [] }],
    intent: null,
    refiles: input.refiles,
    locale,
    now,
  });
  return page;
}

/** Points of a letter that its author took back, on the newest words of their clauses; changes of clauses that are gone are left out. */
async function withdrawnPoints(
  db: Db,
  { slug, number, viewer }: { slug: string; number: number; viewer: Viewer | null },
): Promise<PointDraft[]> {
  const filing =
    viewer &&
    (await db.filing.findFirst({
      where: { number, authorId: viewer.id, consultation: { slug } },
      select: {
        remarks: {
          where: { state: 'withdrawn' },
          orderBy: { point: 'asc' },
          select: {
            reason: true,
            place: true,
            operations: {
              orderBy: { seq: 'asc' },
              select: {
                op: true,
                quote: true,
                after: true,
                rest: true,
                clause: { select: { code: true } },
                target: { select: { code: true } },
              },
            },
          },
        },
      },
    }));
  if (!filing || filing.remarks.length === 0) throw notFound('no withdrawn letter of this person');
  const { units } = await loadDraft(db, { slug });
  return filing.remarks.map(({ reason, place, operations }) => ({
    reason,
    place: place ?? '',
    operations: operations.flatMap((operation): OperationDraft[] => {
      const unit = units.find(({ code }) => code === operation.clause.code);
      const op = operationKinds.find((kind) => kind === operation.op) ?? 'none';
      if (!unit) return [];
      const words = operation.after ?? '';
      const other = operation.target?.code ?? null;
      const start = { ...emptyOperation(unit, op), quote: operation.quote ?? '', rest: operation.rest ?? '' };
      if (op === 'replace') return [{ ...start, text: words }];
      if (op === 'insert-after') return [{ ...start, inserted: words }];
      if (op === 'split') return [{ ...start, first: words }];
      if (op === 'merge') return [{ ...start, joined: words, partner: other }];
      return [{ ...start, target: op === 'move' ? other : null }];
    }),
  }));
}
