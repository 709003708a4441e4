import type { DraftChange, DraftUnit } from '#app/drafting/acts/draft.ts';
import type { VersionChange } from '#app/drafting/acts/version-note.ts';
import { citationsByClause } from '#app/drafting/acts/clause-names.ts';
import { finalChange, planRuling, type PlannedOperation } from '#app/drafting/rulings/ruling-plan.ts';

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
    return plan.ok ? { changes: plan.changes, free: new Set() } : null;
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
  return { changes, free: new Set() };
}

/** The same of one piece of plain data. */
export function retraceRuling({ ruling, step }: { ruling: RecordedRuling; step: Step }): Recorded | null {
  return changesOfRuling(ruling, step);
}

/** More places with one name than this are not tried. */
const mostCandidates = 40;

/**
 * What a change by the office itself can have done, from the list of changes that its version keeps: the unit by its citation in the version
 * before, and words from the new version, which alone has them. Several where a citation leads to several units; empty where nothing is recorded.
 */
export function changesOfOffice(noted: readonly VersionChange[], step: Step): Recorded[] {
  const acts = noted.filter(({ op }) => op !== 'reference' && op !== 'lost-reference');
  const [act] = acts;
  if (!act || acts.length !== 1) return [];
  if (act.op === 'renumber') return [{ changes: [], free: new Set(), numbering: 'draft' }];
  const citations = citationsByClause(step.before);
  const named = (citation: string | undefined) =>
    step.before.filter(({ clauseId }) => citations.get(clauseId) === citation);
  const targets = act.op === 'move' || act.op === 'merge' ? named(act.target) : [null];
  return named(act.citation)
    .flatMap((unit) => targets.flatMap((target) => changeOf(act.op, { unit, target, ...step })))
    .slice(0, mostCandidates);
}

type Named = Step & { unit: DraftUnit; target: DraftUnit | null };

function changeOf(op: VersionChange['op'], { unit, target, before, after }: Named): Recorded[] {
  const { clauseId, type } = unit;
  const now = after.find((each) => each.clauseId === clauseId);
  const known = new Set(before.map((each) => each.clauseId));
  const added = after.filter((each) => !known.has(each.clauseId));
  const made = (change: DraftChange, ...free: string[]): Recorded => ({ changes: [change], free: new Set(free) });
  switch (op) {
    case 'replace':
      return now ? [made({ op, clauseId, text: now.text, heading: now.heading }, clauseId)] : [];
    case 'insert-after':
      return added.length === 1
        ? [made({ op, clauseId, type, text: added[0]!.text, heading: added[0]!.heading }, added[0]!.clauseId)]
        : [];
    case 'split':
      return now && added.length === 1
        ? [made({ op, clauseId, text: now.text, rest: added[0]!.text }, clauseId, added[0]!.clauseId)]
        : [];
    case 'delete':
      return [made({ op, clauseId })];
    case 'move':
      return target ? [made({ op, clauseId, targetId: target.clauseId })] : [];
    case 'merge':
      return target && now ? [made({ op, clauseId, targetId: target.clauseId, text: now.text }, clauseId)] : [];
    default:
      return [];
  }
}
