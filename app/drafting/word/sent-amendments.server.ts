import { citeTogether } from '#app/i18n/inflect-citation.ts';
import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import type { RemarkState } from '#app/drafting/state/remark-state.ts';
import { signatureOf } from '#app/drafting/state/signature.ts';
import type { Db } from '#app/db/client.server.ts';
import type { TrackedAmendment } from '#app/documents/model/unit-change.ts';
import { translator } from '#app/i18n/translate.ts';
import type { Fit, OperationKind, WordingKind } from '../state/remark.ts';
import { placeWords } from '../remarks/filed-place.ts';
import { filedPlaces } from '../remarks/filed-places.server.ts';
import { changeAuthor } from './file-origin.ts';
import { unitChangeOf } from './unit-changes.ts';

/** An amendment as a file shows it, with where it stands today. `hasMoved`: it has other words now than in the file. */
export type SentAmendment = {
  remarkId: string;
  number: number;
  state: RemarkState;
  fit: Fit;
  revision: number;
  hasMoved: boolean;
  tracked: TrackedAmendment;
};

type Where = {
  consultationId: string;
  units: readonly DraftUnit[];
  version: number;
  at: Date;
  numbers: readonly number[] | 'open';
};

/**
 * Amendments as they stood in a version at a moment, in the order of their numbers: those named, or all that are open. The same
 * call gives the same changes later, because every wording is kept; that is how a file that comes back is understood.
 */
export async function sentAmendments(
  db: Db,
  { consultationId, units, version, at, numbers }: Where,
): Promise<SentAmendment[]> {
  const say = translator('pl');
  const ids = new Map(units.map(({ clauseId }, index) => [clauseId, String(index)]));
  const remarks = await db.remark.findMany({
    where: {
      consultationId,
      kind: 'amendment',
      ...(numbers === 'open' ? { state: 'open' } : { number: { in: [...numbers] } }),
    },
    orderBy: { number: 'asc' },
    select,
  });
  const places = await filedPlaces(
    db,
    { consultationId, units, version },
    remarks.map(({ againstVersion }) => againstVersion),
  );
  return remarks.flatMap(({ id, operations, ...remark }) => {
    const worded = operations.map((operation) => wordedAt(operation, { version, at }));
    const clauses = worded.flatMap(({ operation }) => unitChangeOf(operation, ids, say) ?? []);
    if (clauses.length === 0) return [];
    const named = operations
      .flatMap(({ clauseId, targetClauseId }) => [clauseId, targetClauseId ?? clauseId])
      .map((clauseId) => places.of(clauseId, remark.againstVersion));
    // Where numbers have changed the text of the file does not say what its author named.
    const filed = named.some(({ today }) => today !== null)
      ? [say('word.filed-to', { places: citeTogether(named.map((place) => placeWords(say, place))) })]
      : [];
    const author = changeAuthor(signatureOf(remark, say), remark.number);
    return [
      {
        remarkId: id,
        number: remark.number,
        state: remark.state as RemarkState,
        fit: remark.fit as Fit,
        revision: remark.revision,
        hasMoved: worded.some(({ isNewest }) => !isNewest),
        tracked: {
          author,
          date: remark.filedAt.toISOString(),
          reason: [...filed, remark.reason].join('\n\n'),
          clauses,
        },
      },
    ];
  });
}

const select = {
  id: true,
  number: true,
  state: true,
  fit: true,
  revision: true,
  authorName: true,
  organisation: true,
  channel: true,
  filedAt: true,
  reason: true,
  againstVersion: true,
  operations: {
    orderBy: { seq: 'asc' },
    select: {
      op: true,
      clauseId: true,
      targetClauseId: true,
      wordings: { orderBy: { id: 'asc' }, select: { kind: true, version: true, at: true, after: true, rest: true } },
    },
  },
} as const;

type Row = {
  op: string;
  clauseId: string;
  targetClauseId: string | null;
  wordings: { kind: string; version: number; at: Date; after: string | null; rest: string | null }[];
};

function wordedAt({ op, clauseId, targetClauseId, wordings }: Row, { version, at }: { version: number; at: Date }) {
  const known = wordings.filter((wording, index) => index === 0 || (wording.version <= version && wording.at <= at));
  const last = known.at(-1);
  const proposed = known.findLast(({ after }) => after !== null)?.after ?? null;
  return {
    isNewest: last === wordings.at(-1),
    operation: {
      op: op as OperationKind,
      clauseId,
      targetClauseId,
      kind: (last?.kind ?? 'filed') as WordingKind,
      after: last?.after ?? null,
      rest: last?.rest ?? null,
      proposed,
    },
  };
}
