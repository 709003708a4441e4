import type { EvidenceRow } from './coding-input.ts';
import type { AnswerState } from '../scoring/model.ts';

export type CodingAnswer = {
  indicator: string;
  state: AnswerState;
  level: number | null;
  reason: string;
  /** Day of the request, yyyy-mm-dd; kept for "withheld" alone. */
  requestedOn: string | null;
  evidence: readonly EvidenceRow[];
  /** Revision of the coding the answer was made against; 0 when there was none. */
  revision: number;
  /** When it was given, where that is not now. */
  at?: Date;
  /** Names this sending: when the answer to it was lost on the way, sending it again changes nothing. */
  key?: string | null;
};
