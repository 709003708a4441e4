/** What a ruling needs to have to stand in its place among those of one remark. */
type Chained = { correctionReason: string; replacedAt: Date | null; madeAt: Date };

/** The ruling of a remark that holds, and those that were corrected, the newest first, each with why it was. */
export function inForceOf<R extends Chained>(
  rulings: readonly R[],
): { ruling: R | undefined; earlier: (R & { why: string })[] } {
  const inOrder = [...rulings].sort(
    (a, b) =>
      (a.replacedAt?.getTime() ?? Infinity) - (b.replacedAt?.getTime() ?? Infinity) ||
      a.madeAt.getTime() - b.madeAt.getTime(),
  );
  return {
    ruling: inOrder.at(-1),
    earlier: inOrder
      .slice(0, -1)
      .map((row, at) => ({ ...row, why: inOrder[at + 1]!.correctionReason }))
      .reverse(),
  };
}
