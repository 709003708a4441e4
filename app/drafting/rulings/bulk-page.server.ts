import type { Db } from '#app/db/client.server.ts';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { firstWords } from '../state/first-words.ts';
import type { FiledPlace } from '../remarks/filed-place.ts';
import { filedPlaces } from '../remarks/filed-places.server.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import { loadDecidables } from './load-decidable.server.ts';
import type { RulingField } from './ruling-page.server.ts';
import { loadDeskHead, type DeskHeadFacts } from './desk.server.ts';
import type { Fit, RemarkKind } from '../state/remark.ts';
import type { RemarkState } from '#app/drafting/state/remark-state.ts';
import { officialsOf, type Official } from './assign.server.ts';
import { bulkLimits, wordedLimit, type BulkDecision } from './bulk.ts';
import type { ChangedUnit } from './changed-units.ts';
import { checkMany, type DecideMany, type ManyError } from './decide-many.server.ts';
import type { NeighbourMark } from '../acts/neighbour-marks.ts';
import type { ConflictView } from './view-conflicts.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { viewConflicts } from './ruling-tasks.server.ts';

export type BulkRow = {
  number: number;
  revision: number;
  kind: RemarkKind;
  state: RemarkState;
  fit: Fit;
  /** Null: about the whole act. */
  place: FiledPlace | null;
  words: string;
  assignedToId: string | null;
  dueAt: Date | null;
  /** Fields for other words, of an open amendment. */
  fields: RulingField[];
};

export type BulkPage = {
  desk: DeskHeadFacts;
  version: number;
  /** Those asked for that exist, in the order of the register. */
  rows: BulkRow[];
  officials: Official[];
  /** Where words can go when their clause is gone. */
  anchors: { id: string; citation: string }[];
  /** Drafts handed in by others on these remarks, which the viewer may approve together. */
  waiting: { id: string; revision: number; number: number; draftedByName: string; decision: string }[];
};

/** Several remarks on the office's desk at once. For people who are not officials here they do not exist. */
export async function loadBulkPage(
  db: Db,
  input: { viewer: Viewer; slug: string; numbers: readonly number[] },
): Promise<BulkPage> {
  const { draft, scope: _scope, ...desk } = await loadDeskHead(db, input);
  const remarks = await db.remark.findMany({
    where: { consultationId: draft.consultationId, number: { in: input.numbers.slice(0, bulkLimits.plain) } },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      revision: true,
      kind: true,
      state: true,
      fit: true,
      reason: true,
      assignedToId: true,
      dueAt: true,
      againstVersion: true,
      operations: { orderBy: { seq: 'asc' }, take: 1, select: { clauseId: true } },
    },
  });
  const places = await filedPlaces(
    db,
    draft,
    remarks.map(({ againstVersion }) => againstVersion),
  );
  const drafts = await db.rulingDraft.findMany({
    where: { remarkId: { in: remarks.map(({ id }) => id) }, state: 'waiting', draftedById: { not: input.viewer.id } },
    orderBy: { id: 'asc' },
    select: { id: true, revision: true, remarkId: true, draftedByName: true, decision: true },
  });
  const citations = citationsByClause(draft.units);
  const worded = remarks.filter(({ kind, state }) => kind === 'amendment' && state === 'open');
  const amendments =
    worded.length > wordedLimit
      ? []
      : await loadDecidables(db, { ...input, numbers: worded.map(({ number }) => number), text: draft });
  const fieldsOf = new Map(
    amendments.map(({ remark, operations }) => [
      remark.number,
      operations.map(({ seq, op, fit, current, after, rest, clauseId }) => ({
        seq,
        op,
        fit,
        current,
        rest: op === 'split' ? (rest ?? '') : null,
        citation: citations.get(clauseId) ?? '',
        draft: after ?? current ?? '',
      })),
    ]),
  );
  return {
    desk,
    version: draft.version,
    anchors: amendments.some(({ operations }) => operations.some(({ current }) => current === null))
      ? draft.units.map(({ clauseId }) => ({ id: clauseId, citation: citations.get(clauseId) ?? '' }))
      : [],
    officials: await officialsOf(db, draft.teryt),
    rows: remarks.map(({ number, revision, kind, state, fit, reason, assignedToId, dueAt, ...remark }) => ({
      number,
      revision,
      assignedToId,
      dueAt,
      kind: kind as RemarkKind,
      state: state as RemarkState,
      fit: fit as Fit,
      place: remark.operations[0] ? places.of(remark.operations[0].clauseId, remark.againstVersion) : null,
      words: firstWords(reason),
      fields: fieldsOf.get(number) ?? [],
    })),
    waiting: remarks
      .filter(({ state }) => state === 'open')
      .flatMap(({ id, number }) => {
        // Of competing drafts none is approved in passing.
        const own = drafts.filter(({ remarkId }) => remarkId === id);
        return own.length === 1 ? own.map(({ remarkId: _remarkId, ...each }) => ({ ...each, number })) : [];
      }),
  };
}

export type BulkEffects = {
  decision: BulkDecision;
  numbers: number[];
  result: ChangedUnit[];
  marks: (NeighbourMark & { citation: string })[];
};
export type BulkPreview =
  | { ok: true; effects: BulkEffects }
  | { ok: false; error: ManyError; conflicts: ConflictView[] };

/** What the decision would do to all of them together, without writing anything. */
export async function previewMany(
  db: Db,
  input: {
    viewer: Viewer;
    slug: string;
    remarks: ReadonlyMap<number, number>;
    decision: BulkDecision;
    reason: string;
    finals?: DecideMany['finals'];
    marks?: DecideMany['marks'];
    againstVersion: number;
  },
): Promise<BulkPreview> {
  await requireLimit(db, 'office-preview', { person: input.viewer.id });
  const { draft } = await loadDeskHead(db, input);
  // Shown for the first time they are chosen, and the text is shown with them.
  const checked = await checkMany(db, input, draft, { withAllMarks: input.marks === undefined });
  const citations = citationsByClause(draft.units);
  if (!checked.ok)
    return {
      ok: false,
      error: checked.error,
      conflicts:
        checked.error.code === 'contradict'
          ? await runTask(viewConflicts, { conflicts: checked.error.conflicts, units: draft.units })
          : [],
    };
  return {
    ok: true,
    effects: {
      decision: input.decision,
      numbers: checked.loaded.map(({ remark }) => remark.number),
      result: checked.plan.result,
      marks: checked.marks.map((mark) => ({ ...mark, citation: citations.get(mark.clauseId) ?? '' })),
    },
  };
}
