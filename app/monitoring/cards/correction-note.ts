import type { AnswerState } from '../scoring/model.ts';

/** An answer as a correction names it. */
export type NamedAnswer = { state: AnswerState; level: number | null };

/** A correction as the card and the edition tell it. */
export type CorrectionNote = {
  /** Issue of the edition that it made. */
  issue: number;
  teryt: string;
  name: string;
  indicator: string;
  before: NamedAnswer;
  after: NamedAnswer;
  /** Displayed total of the municipality before and after; null where there was too little data for one. */
  total: { before: string | null; after: string | null };
  reason: string;
  /** ISO instant. */
  madeAt: string;
  madeBy: string;
  /** The second person of the team; absent in corrections made before two were needed. */
  approvedBy?: string;
};
