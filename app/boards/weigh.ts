/** Marks: how many one person may give, and what they add up to. */

export type Given = { cardId: string; count: number };
export type MarkTrouble =
  | { code: 'too-many'; most: number }
  | { code: 'too-many-on-one'; most: number; cardId: string };

/** At most so many of a person's marks on one card: no more than one third, and at least one. */
export function mostOnOne(marksEach: number): number {
  return Math.max(1, Math.floor(marksEach / 3));
}

/** What is wrong with the marks one person wants to give; null when they may be given. */
export function markTrouble(marks: readonly Given[], marksEach: number): MarkTrouble | null {
  const most = mostOnOne(marksEach);
  const over = marks.find(({ count }) => count > most);
  if (over) return { code: 'too-many-on-one', most, cardId: over.cardId };
  const sum = marks.reduce((all, { count }) => all + Math.max(0, count), 0);
  return sum > marksEach ? { code: 'too-many', most: marksEach } : null;
}

/** What a card got: by how many people, and how many marks. */
export type Weight = { people: number; marks: number };

/** Weights by card, and how many people gave any mark. Marks on an equal card that was joined to another count for that one, a person once. */
export function weigh(
  marks: readonly (Given & { participantId: string })[],
  standsFor: (cardId: string) => string = (id) => id,
): { of: ReadonlyMap<string, Weight>; people: number } {
  const given = marks.filter(({ count }) => count > 0);
  const people = new Map<string, Set<string>>();
  const sums = new Map<string, number>();
  for (const { cardId, participantId, count } of given) {
    const card = standsFor(cardId);
    people.set(card, (people.get(card) ?? new Set()).add(participantId));
    sums.set(card, (sums.get(card) ?? 0) + count);
  }
  return {
    of: new Map([...sums].map(([card, count]) => [card, { people: people.get(card)!.size, marks: count }])),
    people: new Set(given.map(({ participantId }) => participantId)).size,
  };
}

/** People first, then marks; what got the same keeps the order it was written in. */
export function byWeight<T extends { number: number; weight: Weight | null }>(cards: readonly T[]): T[] {
  return [...cards].sort(
    (a, b) =>
      (b.weight?.people ?? 0) - (a.weight?.people ?? 0) ||
      (b.weight?.marks ?? 0) - (a.weight?.marks ?? 0) ||
      a.number - b.number,
  );
}
