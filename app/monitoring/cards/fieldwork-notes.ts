import type { Asked } from './asking.ts';
import type { ChosenAnswer, ReplyStance } from './cells.ts';
import type { AnswerState } from '../scoring/model.ts';

/** One coder's own answer, as it was before anybody decided between two. */
export type CodingNote = {
  coder: string;
  state: AnswerState;
  level: number | null;
  reason: string;
  evidence: number;
  /** ISO instant; null where nothing was handed in. */ at: string | null;
};

/** What the office said about one indicator and what the team decided; `stance` is null when the term passed in silence. */
export type ReplyNote = {
  /** End of the term, ISO instant. */
  until: string;
  stance: ReplyStance | null;
  /** The level that the office proposes; null for other stances. */
  level: number | null;
  text: string;
  by: string | null;
  /** ISO instant. */
  at: string | null;
  /** Files sent with the reply, each with the SHA-256 of its content. */
  files: { name: string; hash: string }[];
  decision: { outcome: 'kept' | 'changed'; reason: string; by: string; at: string } | null;
};

/** How the answer to one indicator came about. */
export type IndicatorFieldwork = {
  /** Both codings of a question that was coded twice; empty where one person answered. */
  codings: CodingNote[];
  /** Who decided between two codings and why; null where there was nothing to decide. */
  adjudication: Pick<ChosenAnswer, 'reason' | 'by' | 'at'> | null;
  /** Null where the office was not asked. */
  reply: ReplyNote | null;
};

/** Who worked on the edition, and how many of them stood aside from this municipality. */
export type UnitFieldwork = {
  coders: string[];
  reviewers: string[];
  /** People of the team who declared a tie with the municipality. Never who. */
  stoodAside: number;
  /** How many people coded the municipality, and how many of them declared whether they have ties with it; absent before it was counted. */
  declared?: { coders: number; count: number };
  /** What became of asking the office; absent in editions released before it was kept: nobody knows. */
  asked?: Asked;
  /** The total lies near a border, but only since a decision on the office's reply: a second coding was waived. */
  borderWaived?: true;
};
