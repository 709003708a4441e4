/** What an edition's letters are of, by the beginning of their keys. */
export const occasions = ['release', 'correction', 'withdrawal'] as const;
export type Occasion = (typeof occasions)[number];

export const letterKey = (occasion: Occasion, editionId: string) => `edition-${occasion}:${editionId}:`;

/** What follows it in the key of a letter to an office and to the holder of a link; the press list has its row alone. */
export const [officeKey, embargoKey] = ['office:', 'embargo:'] as const;
