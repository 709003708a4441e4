import type { MeetingForm } from '../course/meetings/meeting.ts';
import type { Filer } from '../state/filer.ts';
import type { Decision, RemarkState } from '../state/remark-state.ts';
import type { FiledPlace } from '../remarks/filed-place.ts';
import type { ReportDetails } from './details.ts';

/** Who filed a remark, as the public copy says it: private people have a number, the same one throughout the report. */
/** A person has one number in the whole report, but none where the register names them: the number must not lead to a name. */
export type ReportAuthor =
  | { kind: 'person'; no: number | null }
  | {
      kind: 'organisation';
      name: string;
      /** A guest typed the name and nobody stands for it. */ nameConfirmed?: false;
    };

/**
 * What an amendment asks for in one unit. `unit` and `target` are numbered as in the version of the report, `unitAsFiled` and
 * `targetAsFiled` as in the version it was filed against; the first two forms have the former alone.
 */
export type ReportOperation = {
  op: string;
  unit: string;
  target: string;
  after: string;
  rest: string;
  unitAsFiled?: string;
  targetAsFiled?: string;
};

/** One line of the table of remarks. */
export type ReportLine = {
  lp: number;
  number: number;
  kind: 'remark' | 'amendment';
  state: RemarkState;
  /** Number of the filing it is a point of, which point, of how many. */
  filing: number;
  point: number;
  points: number;
  channel: string;
  /** yyyy-mm-dd in Poland. */
  receivedOn: string;
  isLate: boolean;
  author: ReportAuthor;
  /** Citation of the unit in the version of the report; '' for the whole act. */
  unit: string;
  /** Units as they were filed, each with its name in the version of the report where that is another; missing in the first two forms. */
  places?: FiledPlace[];
  clauseCode: number | null;
  place: string | null;
  words: string;
  operations: ReportOperation[];
  ruling: {
    decision: Decision;
    words: string | null;
    reason: string;
    madeOn: string;
    madeBy: string;
    version: number | null;
    /** Rulings that this one corrects, the newest first, each with why it was corrected; left out while there are none. */
    earlier?: {
      decision: Decision;
      words: string | null;
      reason: string;
      madeOn: string;
      madeBy: string;
      why: string;
    }[];
  } | null;
  /** Group that was answered at once; each remark in it is counted apart. */
  group: number | null;
  /** Files of the letter, as they were; left out where there are none. */
  attachments?: { number: number; kind: string; ending: string; size: number; sha256: string }[];
  /** The words were blacked out after this report was published. */
  redactedLater?: true;
};

/** Counts of what one kind of authors filed and did not withdraw. */
export type FiledCounts = { filings: number; remarks: number; amendments: number };

export type ReportNumbers = {
  received: number;
  remarks: number;
  amendments: number;
  withdrawn: number;
  late: number;
  filings: number;
  people: number;
  /** Until the third form the office was one of them where it filed. */
  organisations: number;
  /** Residents, organisations and the office itself apart; missing in the first two forms, which counted them together. */
  by?: Record<Filer, FiledCounts>;
  comments: number;
  supports: number;
  objections: number;
  meetings: number;
  attendance: number;
  groups: number;
  grouped: number;
  channels: { channel: string; filings: number; people: number; remarks: number }[];
  states: Record<RemarkState, number>;
};

export type ReportWords = { text: string; strong: boolean }[];

/** One unit of the draft before and after, with the versions and remarks that changed it. */
export type ReportChange = {
  unit: string;
  oldUnit: string;
  was: ReportWords;
  is: ReportWords;
  why: ReportCause[];
};

/**
 * What made a unit read, stand or be numbered as it does: the version, the remark whose ruling made it (null for a change by the office) and
 * the reason of either. Reports closed before November 2026 know the first two alone.
 */
export type ReportCause = {
  version: number;
  remark: number | null;
  /** The version gave the unit another number and nothing else. */
  numberOnly?: true;
  decision?: Decision;
  reason?: string;
};

/** A unit with the same words under another number. */
export type ReportRenumbered = { unit: string; oldUnit: string; why: ReportCause[] };

export type ReportMeeting = {
  form: MeetingForm;
  title: string;
  place: string;
  startsAt: string;
  endsAt: string | null;
  attendance: number | null;
  minutes: string;
  isCancelled: boolean;
};

/** What changed after a report was closed: the text, by a ruling or the office itself, or the rule of two people. `by` is who wrote and who approved it. */
export type ReportCorrection = {
  at: string;
  what: 'text' | 'ruling' | 'corrected-ruling' | 'four-eyes-on' | 'four-eyes-off';
  version: number | null;
  remark: number | null;
  reason: string;
  by: string[];
};

/** Everything in the report but its table of remarks. Instants are ISO 8601, days yyyy-mm-dd in Poland. */
export type ReportHead = {
  /** The first form has neither `renumbered` nor reasons in `changes`; the first two name units of remarks by the numbers of the report alone. */
  schema: 'paragraf-report/1' | 'paragraf-report/2' | 'paragraf-report/3';
  consultation: { slug: string; title: string; summary: string; teryt: string; municipality: string; isDemo: boolean };
  act: { title: string; legalBasis: string };
  asOf: string;
  version: number;
  dates: {
    publishedAt: string;
    opensAt: string;
    closesAt: string;
    answersDueAt: string;
    firstRulingOn: string | null;
    lastRulingOn: string | null;
  };
  termChanges: {
    term: 'opens' | 'closes' | 'answers';
    before: string;
    after: string;
    reason: string;
    madeOn: string;
  }[];
  details: ReportDetails;
  numbers: ReportNumbers;
  meetings: ReportMeeting[];
  versions: {
    number: number;
    createdAt: string;
    kind: 'import' | 'ruling' | 'editorial';
    note: string;
    remark: number | null;
    /** All of them, where several rulings were released in it. */
    remarks?: number[];
  }[];
  changes: ReportChange[];
  /** Missing in reports of the first form. */
  renumbered?: ReportRenumbered[];
  /** Since the first report was closed; left out while there are none. */
  corrections?: ReportCorrection[];
};

/** The public copy of a final report; its hash is that of its canonical JSON. */
export type ReportDocument = ReportHead & {
  number: number;
  replaces: number | null;
  note: string;
  madeBy: string;
  lines: ReportLine[];
};

export const linesPerPage = 100;
/** Lines that one page for print holds; a longer report is printed from its PDF. */
export const mostPrinted = 2000;

/** Lines of one page of the table, counted from 1 and both included; a page beyond the last is the last. */
export function pageOfLines(asked: number, total: number): { page: number; pages: number; from: number; to: number } {
  const pages = Math.max(1, Math.ceil(total / linesPerPage));
  const page = Math.min(Math.max(1, asked), pages);
  return { page, pages, from: (page - 1) * linesPerPage + 1, to: Math.min(page * linesPerPage, total) };
}

/** The whole table as one page: paper has no next one. */
export function allLinesOf(total: number): ReturnType<typeof pageOfLines> {
  return { page: 1, pages: 1, from: total === 0 ? 0 : 1, to: total };
}
