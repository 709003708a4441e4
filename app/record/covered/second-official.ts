/** Under the rule of two: nobody is needed, somebody is waited for, or has confirmed. */
export type SecondOfficial = { kind: 'none' } | { kind: 'waiting' } | { kind: 'confirmed'; by: string; at: Date };

/** What a stored act says of it. */
export function secondOf({
  needsSecond,
  confirmedAt,
  confirmedByName,
}: {
  needsSecond: boolean;
  confirmedAt: Date | null;
  confirmedByName: string | null;
}): SecondOfficial {
  if (!needsSecond) return { kind: 'none' };
  return confirmedAt === null ? { kind: 'waiting' } : { kind: 'confirmed', by: confirmedByName ?? '', at: confirmedAt };
}
