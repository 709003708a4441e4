import type { DraftChange, DraftUnit } from '#app/drafting/acts/draft.ts';
import type { VersionChange } from '#app/drafting/acts/version-note.ts';
import { neighbourMarks } from '#app/drafting/acts/neighbour-marks.ts';
import type { NumberedText } from '#app/drafting/acts/numbered-text.ts';
import { citationsByClause } from '#app/drafting/acts/clause-names.ts';
import type { Recorded, Step } from '#app/drafting/rulings/recorded-ruling.ts';

/** More places with one name than this are not tried. */
const mostCandidates = 40;

/**
 * What a change by the office itself can have done, from the list of changes that its version keeps: the unit by its citation in the version
 * before, and words from the new version, which alone has them. Several where a citation leads to several units; empty where nothing is recorded.
 */
export function changesOfOffice(
  noted: readonly VersionChange[],
  { numbering, ...step }: Step & { numbering: NumberedText['numbering'] },
): Recorded[] {
  const acts = noted.filter(({ op }) => op !== 'reference' && op !== 'lost-reference');
  const [act, ...marks] = acts;
  if (!act || marks.some(({ op }) => op !== 'replace')) return [];
  if (act.op === 'renumber') return [{ changes: [], free: new Set(), numbering: 'draft' }];
  const citations = citationsByClause(step.before);
  const named = (citation: string | undefined) =>
    step.before.filter(({ clauseId }) => citations.get(clauseId) === citation);
  const targets = act.op === 'move' || act.op === 'merge' ? named(act.target) : [null];
  return named(act.citation)
    .flatMap((unit) => targets.flatMap((target) => changeOf(act.op, { unit, target, ...step })))
    .flatMap((way) => withNotedMarks(way, marks, { units: step.before, numbering }))
    .slice(0, mostCandidates);
}

/** The change with the marks at the ends of neighbours that the version names beside it: only those that it calls for. */
function withNotedMarks(way: Recorded, marks: readonly VersionChange[], draft: NumberedText): Recorded[] {
  if (marks.length === 0) return [way];
  const citations = citationsByClause(draft.units);
  const called = neighbourMarks(draft, way.changes).filter(({ clauseId }) =>
    marks.some(({ citation }) => citation === citations.get(clauseId)),
  );
  if (called.length !== marks.length) return [];
  const mended = called.map(({ clauseId, after }) => ({ op: 'replace' as const, clauseId, text: after }));
  return [{ ...way, changes: [...way.changes, ...mended] }];
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
