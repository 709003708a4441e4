import type { AnswerState } from '../model.ts';
import type { Reliability } from '../reliability.ts';

/** One coder's own answer, as it was before anybody decided between two. */
export type CodingNote = { coder: string; state: AnswerState; level: number | null; reason: string; evidence: number; /** ISO instant. */ codedAt: string };

/** What the office said about one indicator and what the team decided; `text` is null when the term passed in silence. */
export type ReplyNote = {
  /** End of the term, ISO instant. */
  until: string;
  text: string | null;
  by: string | null;
  /** ISO instant. */
  at: string | null;
  /** Files sent with the reply, each with the SHA-256 of its content. */
  files: { name: string; hash: string }[];
  decision: { outcome: 'kept' | 'changed'; reason: string; by: string; at: string } | null;
};

/** How the answer to one indicator came about. */
export type IndicatorFieldwork = {
  codings: CodingNote[];
  /** Who decided between two codings and why; null where there was nothing to decide. */
  adjudication: { reason: string; by: string; /** ISO instant. */ at: string } | null;
  /** Null where the office was not asked. */
  reply: ReplyNote | null;
};

/** Who worked on one municipality. */
export type UnitFieldwork = {
  coders: string[];
  reviewers: string[];
  /** How many people of the team declared a tie and stood aside; null where declarations were not collected. Never who. */
  stoodAside: number | null;
};

/** Reliability of double coding over the whole edition. */
export type EditionReliability = {
  /** Share (0–1) of answered questions that two people answered apart. */
  doubleCoded: number;
  /** Ordinal alpha of the levels, pooled over the indicators of an area. */
  areas: ({ id: string } & Reliability)[];
  /** Nominal alpha of having a level at all (counted, not applicable, not assessed). */
  states: Reliability;
  /** Seed of the bootstrap. */
  seed: number;
};

export const NO_FIELDWORK: IndicatorFieldwork = { codings: [], adjudication: null, reply: null };
