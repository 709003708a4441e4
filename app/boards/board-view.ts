/** A board as pages and files show it: plain data out of its rows, with the sums that follow from them. */
import { cardKinds, collectedKinds, pointsOfView, type CardKind, type PointOfView } from './board.ts';
import { byWeight, weigh, type Given, type Weight } from './weigh.ts';

type CardRow = {
  id: string;
  number: number;
  kind: CardKind;
  view: PointOfView;
  text: string;
  signature: string;
  slip: number | null;
  isFromPaper: boolean;
  groupId: string | null;
  mergedIntoId: string | null;
  hiddenAt: Date | null;
  hiddenReason: string | null;
  createdAt: Date;
};
type GroupRow = { id: string; number: number; name: string; note: string; revision: number };
export type BoardRows = {
  cards: readonly CardRow[];
  groups: readonly GroupRow[];
  attachments: readonly { fromId: string; toId: string }[];
  marks: readonly (Given & { participantId: string })[];
};

type SmallCard = { number: number; text: string; signature: string };
export type Card = {
  number: number;
  kind: CardKind;
  view: PointOfView;
  /** Null for a hidden one. */ text: string | null;
  signature: string;
  slip: number | null;
  isFromPaper: boolean;
  /** When it was hidden. */ hiddenAt: Date | null;
  createdAt: Date;
  /** Number of its group. */ group: number | null;
  /** The card it is joined to, and those joined to it. */ mergedInto: number | null;
  merged: SmallCard[];
  /** Of an answer: what it answers and what resources it uses, by their numbers. */ answers: number[];
  uses: number[];
  /** Null while nobody may see weights, and for what is not weighed. */ weight: Weight | null;
};
export type Group = {
  number: number;
  name: string;
  note: string;
  revision: number;
  /** What was collected, without answers. */ cards: Card[];
  /** How many cards of each point of view, those joined to others counted as well. */ voices: Record<
    PointOfView,
    number
  >;
  answers: Card[];
};
export type BoardContent = {
  /** Every card that stands for itself, in the order it was written. */ cards: Card[];
  groups: Group[];
  /** What stands in no group. */ loose: Card[];
  /** Resources: the summary opens with them. */ resources: Card[];
  counts: { all: number; of: Record<CardKind, number>; views: Record<PointOfView, number> };
  /** People who gave a mark; null while nobody may see it. */ weighers: number | null;
};

const zeroes = <K extends string>(keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;

/** `showsWeights`: the weighing is over, so that nobody goes by what others chose. */
export function boardContent(rows: BoardRows, { showsWeights }: { showsWeights: boolean }): BoardContent {
  const byId = new Map(rows.cards.map((card) => [card.id, card]));
  const groupNumbers = new Map(rows.groups.map(({ id, number }) => [id, number]));
  const weights = weigh(rows.marks, (id) => byId.get(id)?.mergedIntoId ?? id);
  const numbersOf = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id)?.number ?? []).sort((a, b) => a - b);
  const shown = (row: CardRow): Card => ({
    number: row.number,
    kind: row.kind,
    view: row.view,
    text: row.hiddenAt ? null : row.text,
    signature: row.hiddenAt ? '' : row.signature,
    slip: row.slip,
    isFromPaper: row.isFromPaper,
    hiddenAt: row.hiddenAt,
    createdAt: row.createdAt,
    group: row.groupId ? (groupNumbers.get(row.groupId) ?? null) : null,
    mergedInto: row.mergedIntoId ? (byId.get(row.mergedIntoId)?.number ?? null) : null,
    merged: rows.cards
      .filter(({ mergedIntoId, hiddenAt }) => mergedIntoId === row.id && !hiddenAt)
      .map(({ number, text, signature }) => ({ number, text, signature })),
    answers: numbersOf(rows.attachments.flatMap(({ fromId, toId }) => (fromId === row.id ? toId : []))),
    uses: row.kind === 'answer' ? numbersOf(usedBy(rows, row.id)) : [],
    weight: showsWeights && row.kind === 'answer' ? (weights.of.get(row.id) ?? { people: 0, marks: 0 }) : null,
  });
  const all = rows.cards.map(shown);
  const cards = all.filter(({ mergedInto }) => mergedInto === null);
  const groups = rows.groups.map(({ number, name, note, revision }): Group => {
    const inside = cards.filter(({ group }) => group === number);
    const voices = zeroes(pointsOfView);
    for (const { group, kind, view, hiddenAt } of all)
      if (group === number && kind !== 'answer' && !hiddenAt) voices[view] += 1;
    return {
      number,
      name,
      note,
      revision,
      cards: inside.filter(({ kind }) => kind !== 'answer'),
      voices,
      answers: byWeight(inside.filter(({ kind, text }) => kind === 'answer' && text !== null)),
    };
  });
  const of = zeroes(cardKinds);
  const views = zeroes(pointsOfView);
  for (const card of rows.cards) {
    of[card.kind] += 1;
    if (card.kind !== 'answer') views[card.view] += 1;
  }
  return {
    cards,
    groups: showsWeights ? heaviestFirst(groups) : groups,
    loose: cards.filter(({ group }) => group === null),
    resources: cards.filter(({ kind, text }) => kind === 'resource' && text !== null),
    counts: { all: rows.cards.length, of, views },
    weighers: showsWeights ? weights.people : null,
  };
}

const usedBy = ({ attachments }: BoardRows, id: string) =>
  attachments.flatMap(({ fromId, toId }) => (toId === id ? fromId : []));

/** By the weight of the answer that has the most. */
function heaviestFirst(groups: readonly Group[]): Group[] {
  return byWeight(
    groups.map((group) => ({ number: group.number, weight: group.answers[0]?.weight ?? null, group })),
  ).map(({ group }) => group);
}

/** Cards of one field of the matrix, the newest first. */
export function cellOf(cards: readonly Card[], view: PointOfView, kind: (typeof collectedKinds)[number]): Card[] {
  return cards.filter((card) => card.view === view && card.kind === kind).reverse();
}

/** How many cards stand behind the answers of a group, for a sentence that others quote. */
export const groupSize = (group: Pick<Group, 'voices'>): number =>
  pointsOfView.reduce((sum, view) => sum + group.voices[view], 0);
