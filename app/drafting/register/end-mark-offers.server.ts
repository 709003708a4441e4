import { citationsByClause } from '../acts/clause-names.ts';
import type { DraftUnit } from '../acts/draft.ts';
import { endMarksAfter } from '../acts/end-marks.ts';
import type { Draft } from '../acts/load-draft.server.ts';
import { changedText } from '../acts/next-text.ts';
import { changeOf } from './draft-change.ts';
import { emptyOperation, heldClauses } from './filing-draft.ts';
import { filingLimits, type OperationDraft, type PickedMarks, type PointDraft } from './operation-draft.ts';

/** One end mark that the changes of a point would leave wrong, and what is to stand there. */
export type EndMarkOffer = {
  /** Names it and the words it was offered for. */
  value: string;
  /** The unit; of an inserted one the unit it stands after. */ citation: string;
  isNew: boolean;
  before: string;
  after: string;
};

type Found = EndMarkOffer & { apply: (operations: readonly OperationDraft[]) => OperationDraft[] };

/** Marks at the ends of neighbours, and of the inserted words, that the changes of a point would leave wrong. None while they cannot be made. */
export async function endMarkOffers(draft: Draft, point: Pick<PointDraft, 'operations'>): Promise<EndMarkOffer[]> {
  return (await find(draft, point)).map(({ apply: _, ...offer }) => offer);
}

/**
 * The point with the offers that were taken, as changes of its own: they are filed, ruled on and recorded with it. Null when what would be
 * offered now is not what the form showed.
 */
export async function withEndMarks(
  draft: Draft,
  point: PointDraft,
  { shown, picked }: PickedMarks,
): Promise<PointDraft | null> {
  if (shown.length === 0) return point;
  const offers = await find(draft, point);
  if (offers.map(({ value }) => value).join() !== shown.join()) return null;
  const taken = offers.filter(({ value }) => picked.includes(value));
  return { ...point, operations: taken.reduce((operations, { apply }) => apply(operations), [...point.operations]) };
}

async function find(draft: Draft, { operations }: Pick<PointDraft, 'operations'>): Promise<Found[]> {
  const { units } = draft;
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const worded = operations.filter(({ op }) => op !== 'none');
  const changes = worded.map((operation) => {
    const unit = byCode.get(operation.code);
    return unit?.revisionId === operation.base ? changeOf(operation, unit, units) : null;
  });
  if (changes.length === 0 || changes.includes(null)) return [];
  const next = changedText(
    draft,
    changes.flatMap((change) => change ?? []),
  );
  if (!next.ok) return [];
  const held = new Set(operations.flatMap((operation) => heldClauses(operation, units)));
  const byClause = new Map(units.map((unit) => [unit.clauseId, unit]));
  const citations = citationsByClause(units);
  let room = filingLimits.operations - operations.length;
  return endMarksAfter(units, next.value.units).flatMap(({ clauseId, before, after }): Found[] => {
    const unit = clauseId === null ? undefined : byClause.get(clauseId);
    if (unit) {
      if (held.has(unit.clauseId) || room <= 0) return [];
      room -= 1;
      return [neighbour(unit, { citation: citations.get(unit.clauseId) ?? '', before, after })];
    }
    const inserted = operations.flatMap((each, at) =>
      each.op === 'insert-after' && each.inserted === before ? [at] : [],
    );
    const [at] = inserted;
    if (at === undefined || inserted.length > 1) return [];
    const anchor = byCode.get(operations[at]!.code);
    return [own(at, { citation: citations.get(anchor?.clauseId ?? '') ?? '', before, after })];
  });
}

type Words = Pick<EndMarkOffer, 'citation' | 'before' | 'after'>;

const neighbour = (unit: DraftUnit, words: Words): Found => ({
  ...words,
  value: `${unit.code}:${unit.revisionId}`,
  isNew: false,
  apply: (operations) => [...operations, { ...emptyOperation(unit, 'replace'), text: words.after }],
});

const own = (at: number, words: Words): Found => ({
  ...words,
  value: `new:${at}`,
  isNew: true,
  apply: (operations) =>
    operations.map((operation, index) => (index === at ? { ...operation, inserted: words.after } : operation)),
});
