/** Why a released card or edition is taken back. */
export const GROUNDS = ['court', 'error', 'other'] as const;
export type Ground = (typeof GROUNDS)[number];

/** A withdrawal that two people of the team decided. */
export type Withdrawal = {
  /** Null for the whole edition. */
  teryt: string | null;
  ground: Ground;
  reason: string;
  /** The issue without the card; null for the whole edition. */
  issue: number | null;
  /** ISO instant. */
  at: string;
  madeBy: string;
  approvedBy: string;
};

/** The same as a condition on rows. */
export const inForce = { kind: 'withdrawal', state: 'done' } as const;

/** A withdrawn card as the table of every issue since keeps its place: no figure, but the hash of each file there was. */
export type WithdrawnCard = {
  teryt: string;
  name: string;
  ground: Ground;
  reason: string;
  /** ISO instant. */
  at: string;
  /** The first issue without it. */
  issue: number;
  /** SHA-256 of its files in the issue before, hex, by name. */
  files: Record<string, string>;
};
