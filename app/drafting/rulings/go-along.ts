import { changesText } from '../state/remark-state.ts';

type Answered<T> = {
  groupId: string | null;
  decision: string;
  reason: string;
  /** What it changes by itself. */ own: readonly T[];
};

/**
 * Remarks that propose no words and were given the same answer as amendments of their group go along with those: what they asked for
 * was done by the others' words, so that the text changed for them, too. `isSameReason` where reasons may be covered by now.
 */
export function goAlong<T>(
  rulings: readonly Answered<T>[],
  isSameReason = (one: string, other: string) => one === other,
): { changed: T[]; /** Group it goes along with. */ with: string | null }[] {
  return rulings.map(({ groupId, decision, reason, own }) => {
    if (own.length > 0 || groupId === null || !changesText(decision)) return { changed: [...own], with: null };
    const others = rulings.filter(
      (each) => each.groupId === groupId && each.decision === decision && isSameReason(each.reason, reason),
    );
    const changed = [...new Set(others.flatMap((each) => each.own))];
    return { changed, with: changed.length === 0 ? null : groupId };
  });
}
