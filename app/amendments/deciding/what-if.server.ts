import { subtreeOf, unitsByClause, type DraftUnit } from '#app/consultations/draft.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { diffText } from '#app/text/diff-text.ts';
import { present } from '#app/text/present.ts';
import type { ViewSpan } from '../change-view.ts';
import { citationsByClause } from '../clause-names.ts';
import { firstWords } from '../first-words.ts';
import { clausesOf, loadDecidable, type Decidable } from '../load-decidable.server.ts';
import type { Fit } from '../remark.ts';
import { planRuling, type FinalText } from '../ruling-plan.ts';
import type { ChangedUnit } from './changed-units.ts';
import { whatIfLimits } from './bulk.ts';
import type { ClauseConflict, NumberedChanges } from './combine-changes.ts';
import { textTogether } from './text-together.ts';
import type { Decision } from '#app/consultations/remark-state.ts';

export type ConflictView = {
  citation: string;
  /** The words in dispute, where the merge can name them. */
  words: string;
  current: string;
  /** Each wording against the words now; null where the unit would be struck. */
  sides: { number: number; spans: ViewSpan[] | null }[];
};

export type WhatIf = {
  offered: { number: number; citation: string; words: string; supports: number; fit: Fit; isOn: boolean }[];
  /** Asked for beyond those offered. */
  others: number[];
  /** Switched on but in conflict with the text itself, or decided meanwhile: they change nothing here. */
  leftOut: number[];
  result: ChangedUnit[];
  conflicts: ConflictView[];
};

/**
 * The text as it would be with this remark decided in the asked way and any open amendments accepted beside it. Only the clauses
 * they touch are merged; nothing is written.
 */
export async function whatIf(
  db: Db,
  input: { viewer: Viewer; slug: string; decidable: Decidable; decision: Decision | null; finals: ReadonlyMap<number, FinalText>; on: readonly number[] },
): Promise<WhatIf> {
  const { decidable } = input;
  const { draft, remark, operations } = decidable;
  const on = [...new Set(input.on)].filter((number) => number !== remark.number).slice(0, whatIfLimits.on);
  const offered = await offeredBeside(db, decidable);
  const known = await db.remark.findMany({ where: { consultationId: draft.consultationId, number: { in: on } }, select: { number: true } });
  const own = input.decision && planRuling({ decision: input.decision, operations, finals: input.finals, anchors: clausesOf(decidable), units: decidable.draft.units });
  const amendments: NumberedChanges[] = own?.ok ? [{ number: remark.number, changes: own.changes }] : [];
  const leftOut: number[] = [];
  for (const { number } of known) {
    const other = await loadDecidable(db, { viewer: input.viewer, slug: input.slug, number, text: draft });
    const plan = other.remark.state === 'open' ? planRuling({ decision: 'accepted', operations: other.operations, finals: new Map(), anchors: clausesOf(other), units: other.draft.units }) : null;
    if (plan?.ok) amendments.push({ number, changes: plan.changes });
    else leftOut.push(number);
  }
  const { result, conflicts } = textTogether(draft, amendments);
  return {
    offered: offered.map((each) => ({ ...each, isOn: on.includes(each.number) })),
    others: known.map(({ number }) => number).filter((number) => !offered.some((each) => each.number === number)),
    leftOut, result, conflicts: viewConflicts(conflicts, draft.units),
  };
}

/** Conflicts named by clause, with every wording against the words as they are. */
export function viewConflicts(conflicts: readonly ClauseConflict[], units: readonly DraftUnit[]): ConflictView[] {
  const citations = citationsByClause(units);
  const texts = unitsByClause(units);
  return conflicts.map(({ clauseId, words, sides }) => {
    const current = texts.get(clauseId)?.text ?? '';
    const spansOf = (text: string): ViewSpan[] => present(diffText(current, text)).spans.map((span) => ({ op: span.op, text: span.text }));
    return { citation: citations.get(clauseId) ?? '', words, current, sides: sides.map(({ number, text }) => ({ number, spans: text === null ? null : spansOf(text) })) };
  });
}

/** Open amendments of the same § (or other unit at the top) as this remark, the nearest that could matter to it. */
async function offeredBeside(db: Db, { draft, remark, operations }: Decidable) {
  const clauseIds = new Set(operations.flatMap(({ clauseId }) => {
    const top = topOf(draft.units, clauseId);
    return top === null ? [clauseId] : subtreeOf(draft.units, top).map((unit) => unit.clauseId);
  }));
  const rows = await db.remark.findMany({
    where: { consultationId: draft.consultationId, state: 'open', kind: 'amendment', id: { not: remark.id }, operations: { some: { clauseId: { in: [...clauseIds] } } } },
    orderBy: { number: 'asc' }, take: whatIfLimits.offered,
    select: { number: true, reason: true, fit: true, _count: { select: { supports: { where: { stance: 'support' } } } }, operations: { orderBy: { seq: 'asc' }, take: 1, select: { clauseId: true } } },
  });
  const citations = citationsByClause(draft.units);
  return rows.map(({ number, reason, fit, _count, operations: [first] }) => ({
    number, citation: citations.get(first?.clauseId ?? '') ?? '', words: firstWords(reason), supports: _count.supports, fit: fit as Fit,
  }));
}

const holders: ReadonlySet<string> = new Set(['article', 'paragraph', 'annex']);

/** The § that a clause belongs to, or the clause's topmost parent; null when it is gone. */
function topOf(units: readonly DraftUnit[], clauseId: string): string | null {
  const byId = unitsByClause(units);
  let at = byId.get(clauseId);
  while (at && !holders.has(at.type) && at.parentClauseId !== null) at = byId.get(at.parentClauseId);
  return at?.clauseId ?? null;
}
