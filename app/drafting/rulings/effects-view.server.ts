import type { BroughtProblem } from '#app/drafting/acts/brought-problems.ts';
import { findBrought } from '#app/drafting/acts/brought.server.ts';
import type { VersionChange } from '#app/drafting/acts/version-note.ts';
import type { Decision } from '#app/drafting/state/remark-state.ts';
import type { Db } from '#app/db/client.server.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import type { Fit } from '../state/remark.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import type { NeighbourMark } from '../acts/neighbour-marks.ts';
import { changedPairs, type ChangedUnit } from './changed-units.ts';
import type { Decidable } from './load-decidable.server.ts';
import type { RulingEffects } from './preview-ruling.server.ts';
import { viewChangedUnits } from './ruling-tasks.server.ts';

export type EffectsView = {
  decision: Decision;
  /** The units that would change, with the marks they would get. */
  result: ChangedUnit[];
  deletes: boolean;
  /** Whether what stands behind it then gets other numbers: a draft numbers itself, an act in force keeps its own. */
  renumbers: boolean;
  touched: { number: number; fit: Fit }[];
  references: VersionChange[];
  /** What the checks find in the text with it and not without it. */
  problems: BroughtProblem[];
  /** Marks at the ends of neighbours that it leaves wrong, to be mended as a part of it. */
  marks: (NeighbourMark & { citation: string })[];
  /** People who would get a letter, the author included. */
  letters: number;
};

/** What a previewed decision would do, for people. */
export async function viewEffects(
  db: Db,
  { decidable, decision, effects }: { decidable: Decidable; decision: Decision; effects: RulingEffects },
): Promise<EffectsView> {
  const pairs = changedPairs(decidable.draft.units, effects.units, effects.changes);
  const citations = citationsByClause(decidable.draft.units);
  const told = effects.carried.filter(({ fit }) => fit !== 'unchanged').map(({ remarkId }) => remarkId);
  const [result, problems, authors] = await Promise.all([
    runTask(viewChangedUnits, pairs),
    pairs.length > 0 ? findBrought(decidable.draft.units, effects.units) : [],
    db.remark.findMany({
      where: { id: { in: [...told, decidable.remark.id] }, authorId: { not: null } },
      select: { authorId: true },
    }),
  ]);
  return {
    decision,
    result,
    deletes: effects.changes.some(({ op }) => op === 'delete'),
    renumbers: decidable.draft.numbering === 'draft',
    references: effects.references,
    problems,
    marks: effects.marks.map((mark) => ({ ...mark, citation: citations.get(mark.clauseId) ?? '' })),
    touched: effects.carried.map(({ number, fit }) => ({ number, fit })),
    letters: new Set(authors.map(({ authorId }) => authorId)).size,
  };
}
