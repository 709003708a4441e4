import { subtreeOf, unitsByClause, type DraftUnit } from '#app/drafting/acts/draft.ts';
import type { Draft } from '#app/drafting/acts/load-draft.server.ts';
import { nextTextOf } from '#app/drafting/acts/next-text.server.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import type { FiledPlace } from '../remarks/filed-place.ts';
import { filedPlaces } from '../remarks/filed-places.server.ts';
import { loadDecidables } from './load-decidable.server.ts';
import { firstWords } from '../state/first-words.ts';
import type { Fit } from '../state/remark.ts';
import { changedPairs, type ChangedUnit } from './changed-units.ts';
import type { Decidable } from './load-decidable.server.ts';
import { planOf, type ToPlan } from './plan-ruling.server.ts';
import type { FinalText } from './ruling-plan.ts';
import type { TextTogether } from './text-together.ts';
import { whatIfLimits } from './bulk.ts';
import type { NumberedChanges } from './combine-changes.ts';
import type { ConflictView } from './view-conflicts.ts';
import type { Decision } from '#app/drafting/state/remark-state.ts';
import { bringTogether, viewChangedUnits, viewConflicts } from './ruling-tasks.server.ts';

export type WhatIf = {
  offered: { number: number; place: FiledPlace; words: string; supports: number; fit: Fit; isOn: boolean }[];
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
  input: {
    viewer: Viewer;
    slug: string;
    decidable: Decidable;
    decision: Decision | null;
    finals: ReadonlyMap<number, FinalText>;
    on: readonly number[];
  },
): Promise<WhatIf> {
  const { decidable } = input;
  const { draft, remark } = decidable;
  const on = [...new Set(input.on)].filter((number) => number !== remark.number).slice(0, whatIfLimits.on);
  const [offered, known] = await Promise.all([
    offeredBeside(db, decidable),
    on.length === 0
      ? []
      : db.remark.findMany({
          where: { consultationId: draft.consultationId, number: { in: on } },
          select: { number: true },
        }),
  ]);
  const own: ToPlan[] = input.decision ? [{ decidable, decision: input.decision, finals: input.finals }] : [];
  const others: ToPlan[] = [];
  const leftOut: number[] = [];
  for (const other of await loadDecidables(db, {
    viewer: input.viewer,
    slug: input.slug,
    numbers: known.map(({ number }) => number),
    text: draft,
  })) {
    if (other.remark.state === 'open') others.push({ decidable: other, decision: 'accepted' });
    else leftOut.push(other.remark.number);
  }
  const asked = [...own, ...others];
  const amendments: NumberedChanges[] = [];
  for (const [at, plan] of (await planOf(...asked)).entries()) {
    const { number } = asked[at]!.decidable.remark;
    if (plan.ok) amendments.push({ number, changes: plan.changes });
    else if (number !== remark.number) leftOut.push(number);
  }
  const { units, numbering } = draft;
  const { result, conflicts } =
    (await alone(draft, amendments)) ?? (await runTask(bringTogether, { draft: { units, numbering }, amendments }));
  return {
    offered: offered.map((each) => ({ ...each, isOn: on.includes(each.number) })),
    others: known.map(({ number }) => number).filter((number) => !offered.some((each) => each.number === number)),
    leftOut: leftOut.toSorted((a, b) => a - b),
    result,
    conflicts: conflicts.length === 0 ? [] : await runTask(viewConflicts, { conflicts, units }),
  };
}

/** What there is to show of one change with nothing beside it, or of none; null where changes have to be brought together first. */
async function alone(draft: Draft, amendments: readonly NumberedChanges[]): Promise<TextTogether | null> {
  const changes = amendments.flatMap((each) => each.changes);
  if (changes.length === 0) return { result: [], conflicts: [], changes };
  if (changes.length > 1) return null;
  const next = await nextTextOf(draft, changes);
  return next.ok
    ? {
        result: await runTask(viewChangedUnits, changedPairs(draft.units, next.value.units, changes)),
        conflicts: [],
        changes,
      }
    : null;
}

/** Open amendments of the same § (or other unit at the top) as this remark, the nearest that could matter to it. */
async function offeredBeside(db: Db, { draft, remark, operations }: Decidable) {
  const clauseIds = new Set(
    operations.flatMap(({ clauseId }) => {
      const top = topOf(draft.units, clauseId);
      return top === null ? [clauseId] : subtreeOf(draft.units, top).map((unit) => unit.clauseId);
    }),
  );
  const rows = await db.remark.findMany({
    where: {
      consultationId: draft.consultationId,
      state: 'open',
      kind: 'amendment',
      id: { not: remark.id },
      operations: { some: { clauseId: { in: [...clauseIds] } } },
    },
    orderBy: { number: 'asc' },
    take: whatIfLimits.offered,
    select: {
      number: true,
      reason: true,
      fit: true,
      againstVersion: true,
      _count: { select: { supports: { where: { stance: 'support' } } } },
      operations: { orderBy: { seq: 'asc' }, take: 1, select: { clauseId: true } },
    },
  });
  const places = await filedPlaces(
    db,
    draft,
    rows.map(({ againstVersion }) => againstVersion),
  );
  return rows.map(({ number, reason, fit, againstVersion, _count, operations: [first] }) => ({
    number,
    place: places.of(first?.clauseId ?? '', againstVersion),
    words: firstWords(reason),
    supports: _count.supports,
    fit: fit as Fit,
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
