/** What an edition's letters are of, by the beginning of their keys. */
export const occasions = ['release', 'correction', 'withdrawal'] as const;
export type Occasion = (typeof occasions)[number];

export const letterKey = (occasion: Occasion, editionId: string) => `edition-${occasion}:${editionId}:`;
