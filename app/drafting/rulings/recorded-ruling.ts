import type { DraftChange, DraftUnit } from '#app/drafting/acts/draft.ts';
import { recordedMarks } from './end-marks-of-ruling.ts';
import { finalChange, planRuling, type PlannedOperation } from './ruling-plan.ts';

/** One way in which a recorded act can have changed a text; the words of units in `free` are recorded in the new version alone. */
export type Recorded = { changes: DraftChange[]; free: ReadonlySet<string>; numbering?: 'draft' };

/** The version before and the one an act made. */
export type Step = { before: readonly DraftUnit[]; after: readonly DraftUnit[] };

export type RecordedRuling = {
  decision: string;
  finalText: Readonly<Record<string, string>>;
  operations: readonly PlannedOperation[];
};

/** What a ruling did to the text, from its decision, its amendment as the office saw it, and the words it gave instead; null where it cannot have been made so. */
export function changesOfRuling({ decision, finalText, operations }: RecordedRuling, step: Step): Recorded | null {
  if (decision === 'accepted') {
    const plan = planRuling({ decision, operations, finals: new Map(), anchors: new Set() });
    return plan.ok ? { changes: [...plan.changes, ...recordedMarks(decision, finalText)], free: new Set() } : null;
  }
  if (decision !== 'accepted-in-part') return { changes: [], free: new Set() };
  const anchors = new Set(step.before.map(({ clauseId }) => clauseId));
  const changes: DraftChange[] = [];
  for (const operation of operations) {
    const text = finalText[operation.seq];
    if (text === undefined) continue;
    const rest = finalText[`${operation.seq}.rest`];
    const change = finalChange(
      operation,
      { text, anchorId: finalText[`${operation.seq}.anchor`] ?? null, ...(rest === undefined ? {} : { rest }) },
      anchors,
    );
    if (change === 'anchor-required') return null;
    if (change) changes.push(change);
  }
  return { changes: [...changes, ...recordedMarks(decision, finalText)], free: new Set() };
}

/** The same of one piece of plain data. */
export function retraceRuling({ ruling, step }: { ruling: RecordedRuling; step: Step }): Recorded | null {
  return changesOfRuling(ruling, step);
}
