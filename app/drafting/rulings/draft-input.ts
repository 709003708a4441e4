import type { FinalText } from './ruling-plan.ts';

/** Other words of a draft as they are kept, by `seq` of the operation. */
export type StoredFinals = Record<string, FinalText>;

export function storedFinals(finals: ReadonlyMap<number, FinalText>): StoredFinals {
  return Object.fromEntries([...finals].map(([seq, final]) => [String(seq), { ...final }]));
}

export function readStoredFinals(stored: unknown): Map<number, FinalText> {
  return new Map(Object.entries(stored as StoredFinals).map(([seq, final]) => [Number(seq), final]));
}
