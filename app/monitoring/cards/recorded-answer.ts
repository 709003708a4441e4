import type { AnswerState } from '../scoring/model.ts';
import type { EvidenceItem } from './evidence.ts';

/** What was recorded for one indicator of one municipality. */
export type RecordedAnswer = {
  state: AnswerState;
  level: number | null;
  reason: string;
  /** Day of the refused or unanswered request, yyyy-mm-dd. */
  requestedOn: string | null;
  evidence: EvidenceItem[];
  coder: string;
  codedAt: string;
};
