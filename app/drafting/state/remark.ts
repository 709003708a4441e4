import type { RemarkState } from '#app/drafting/state/remark-state.ts';
import { TEXT_LIMITS } from '#app/text/tree/limits.ts';
import type { UnitType } from '#app/text/tree/types.ts';

export type RemarkKind = 'remark' | 'amendment';
/** `none` says which unit a remark without wording means. */
export const operationKinds = ['replace', 'insert-after', 'delete', 'move', 'split', 'merge', 'none'] as const;
export type OperationKind = (typeof operationKinds)[number];

/** How an open amendment stands to the newest text. `contained`: the text says already what it asks for. */
export type Fit = 'unchanged' | 'contained' | 'adapted' | 'conflict';

/** What one step of an amendment's course is called in its record of wordings. */
export type WordingKind = 'filed' | Fit | 'confirmed' | 'rewritten';

/**
 * UTF-16 units that the fields of remarks and rulings may have. `wording` bounds what somebody adds to a text (see `word-limits.ts`);
 * `whole` a field that holds a clause as it stands, which may be as long as a clause of a text can be.
 */
export const textLimits = {
  wording: 20_000,
  whole: TEXT_LIMITS.clauseCharacters,
  reason: 5_000,
  comment: 4_000,
  quote: 2_000,
  place: 500,
} as const;

const seriousness: readonly Fit[] = ['contained', 'unchanged', 'adapted', 'conflict'];

/** The fit of a whole remark is the worst of its operations; without operations it fits. */
export function worstFit(fits: readonly Fit[]): Fit {
  if (fits.length === 0) return 'unchanged';
  return fits.reduce((worst, fit) => (seriousness.indexOf(fit) > seriousness.indexOf(worst) ? fit : worst));
}

/** Which operations a unit allows. Headings of chapters have no words of their own, a chapter is not inserted by residents. */
export function operationsFor(unit: { type: UnitType; text: string }): Exclude<OperationKind, 'none'>[] {
  const allowed: Exclude<OperationKind, 'none'>[] = [];
  if (unit.text !== '') allowed.push('replace');
  if (insertable.has(unit.type)) allowed.push('insert-after');
  allowed.push('delete');
  // Where units follow one another a unit can also change its place, or be parted and joined with the one beside it.
  if (insertable.has(unit.type)) allowed.push('move');
  if (insertable.has(unit.type) && unit.text !== '') allowed.push('split', 'merge');
  return allowed;
}

/** A new unit stands after its anchor and is of the same type: after a § comes a §, after a point a point. */
const insertable: ReadonlySet<UnitType> = new Set([
  'article',
  'paragraph',
  'subsection',
  'point',
  'letter',
  'indent',
  'subindent',
  'text',
]);

/** How an open amendment stands to the text when its author is asked about it. */
export const askedFits = ['adapted', 'conflict'] as const satisfies readonly Fit[];

/** The author of an open amendment is asked when its words were adapted or do not fit any more. */
export function isAuthorAsked(remark: { state: RemarkState; fit: Fit }): boolean {
  return remark.state === 'open' && (askedFits as readonly Fit[]).includes(remark.fit);
}
