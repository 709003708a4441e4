import type { ReportCorrection, ReportHead, ReportLine } from './report-document.ts';

export type FinalNote = { number: number; hash: string; note: string; madeByName: string; madeAt: Date };

/** A report to be shown: as it stands now, or a final one. `read` gives lines counted from 1. */
export type OpenReport = {
  head: ReportHead;
  total: number;
  final: FinalNote | null;
  /** Acts that covered words in it since it was closed: its hash is of the words before. */
  redactions: number;
  /** Every final report of the consultation, oldest first. */
  finals: FinalNote[];
  /** Corrections of the text as the records have them now, those in the closed document and those since. */
  corrections: ReportCorrection[];
  read: (from: number, to: number) => Promise<ReportLine[]>;
  batches: () => AsyncGenerator<ReportLine[]>;
  /** The same for the same lines and head to the minute: what is made of it need not be made twice. */
  state: string;
};
