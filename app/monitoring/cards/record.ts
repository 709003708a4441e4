import type { ScorecardIndicator } from './scorecard-document.ts';
import type { CaptureFile, EvidenceItem } from './evidence.ts';
import type { CellStatus, ChosenAnswer, DoubleCause, ReplyStance } from './cells.ts';
import type { RecordedRound } from './asking.ts';
import type { EditionReliability } from './edition-reliability.ts';

/** Everything about how an edition was made, as frozen at publication. Only cells that two people answered or an office replied to. */
export type FieldworkRecord = {
  /** Since 2 the terms say how the offices were told of them. */
  schema: 'paragraf-fieldwork/1' | 'paragraf-fieldwork/2';
  /** Promised share of double-coded questions in per cent (0: one person answered each), and the seed of their draw. */
  double: {
    share: number;
    seed: number;
    byCause: Record<DoubleCause, number>;
    /** Municipalities near a border that one person coded, since a decision on the office's reply brought them there; absent without any. */
    waived?: string[];
  };
  reliability: EditionReliability;
  /** Names of those who coded, and of those who decided between codings or on replies. */
  coders: string[];
  reviewers: string[];
  /** How many people declared a tie with each municipality and stood aside; never who or how close. */
  stoodAside: { teryt: string; count: number }[];
  /** How many people coded each municipality, and how many of them declared ties or their absence; absent in records made before. */
  declared?: { teryt: string; coders: number; count: number }[];
  rounds: RecordedRound[];
  cells: RecordedCell[];
};

export type RecordedCoding = Pick<ScorecardIndicator, 'state' | 'level' | 'reason' | 'requestedOn'> & {
  coder: string;
  evidence: EvidenceItem[];
  submittedAt: string | null;
};

export type RecordedReply = {
  stance: ReplyStance;
  level: number | null;
  body: string;
  author: string;
  /** ISO instant. */
  sentAt: string;
  files: CaptureFile[];
  decision: (ChosenAnswer & { outcome: 'kept' | 'changed' }) | null;
};

export type RecordedCell = {
  teryt: string;
  indicator: string;
  status: CellStatus;
  cause: DoubleCause | null;
  /** One or two, the first coding first. */
  codings: RecordedCoding[];
  adjudication: ChosenAnswer | null;
  reply: RecordedReply | null;
};

const indexes = new WeakMap<readonly RecordedCell[], Map<string, Map<string, RecordedCell>>>();
const NONE: ReadonlyMap<string, RecordedCell> = new Map();

/** The recorded cells of one municipality by indicator. Looked up: a large edition has tens of thousands, each asked for once. */
export function recordedCells(
  { cells }: Pick<FieldworkRecord, 'cells'>,
  teryt: string,
): ReadonlyMap<string, RecordedCell> {
  let index = indexes.get(cells);
  if (!index) {
    index = new Map();
    for (const cell of cells) {
      const own = index.get(cell.teryt) ?? new Map<string, RecordedCell>();
      if (!own.has(cell.indicator)) own.set(cell.indicator, cell);
      index.set(cell.teryt, own);
    }
    indexes.set(cells, index);
  }
  return index.get(teryt) ?? NONE;
}
