import type { FinalText } from '../ruling-plan.ts';

/** Other words of a draft as they are kept, by `seq` of the operation. */
export type StoredFinals = Record<string, { text: string; anchorId: string | null }>;

export function storedFinals(finals: ReadonlyMap<number, FinalText>): StoredFinals {
  return Object.fromEntries([...finals].map(([seq, { text, anchorId }]) => [String(seq), { text, anchorId }]));
}

export function readStoredFinals(stored: unknown): Map<number, FinalText> {
  return new Map(Object.entries(stored as StoredFinals).map(([seq, { text, anchorId }]) => [Number(seq), { text, anchorId }]));
}
