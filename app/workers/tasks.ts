/** Threads that share a bound of memory. What one of them takes over it ends that thread and nothing else. */
export type Lane = { threads: number; megabytes: number };

export const lanes = {
  /** Files of strangers, one at a time: what each of them may take does not add up. */
  reading: { threads: 1, megabytes: 512 },
  /** Documents and pictures of ours; a picture need not wait for a report. */
  making: { threads: 2, megabytes: 512 },
  /** Texts compared and taken apart, weights drawn. */
  reckoning: { threads: 1, megabytes: 512 },
  /** What a ruling does to a text, asked for by officials alone: they do not wait behind what anybody may ask for, least of all inside a transaction. */
  deciding: { threads: 1, megabytes: 256 },
} as const satisfies Record<string, Lane>;

type LaneName = keyof typeof lanes;

/**
 * `ms` bounds the work itself, waiting apart. At most `running` of a kind at once and `waiting` behind them, none of those
 * longer than `patience` milliseconds: whoever comes then is asked to come again. `kept` results are shared by all who ask for the same.
 * An input with at most `light` characters of words is done at once, where it is asked for: there the way to a thread would take
 * longer than the work. Once its code is warm the worst that is known of it takes some sixty milliseconds, so under a tenth of a
 * second: two texts of 2,000 characters with not a word in its place.
 */
export type Task = {
  lane: LaneName;
  ms: number;
  running: number;
  waiting: number;
  patience: number;
  kept: boolean;
  light?: number;
};

/** What somebody sends is his: read again each time, and forgotten. */
const reading: Task = { lane: 'reading', ms: 20_000, running: 1, waiting: 6, patience: 30_000, kept: false };
const making: Task = { lane: 'making', ms: 60_000, running: 1, waiting: 8, patience: 40_000, kept: true };
const reckoning: Task = { lane: 'reckoning', ms: 20_000, running: 1, waiting: 20, patience: 30_000, kept: true };

/** Characters of the worst words that two texts of them are compared in within that time, and of a text that is only taken apart. */
const compared = 4_000;
const passed = 12_000;
const deciding: Task = {
  lane: 'deciding',
  ms: 20_000,
  running: 1,
  waiting: 20,
  patience: 15_000,
  kept: false,
  light: compared,
};

/** Everything that takes a core for longer than a moment, or that a stranger can make take it. */
export const tasks = {
  'read-word-text': reading,
  'read-html-text': { ...reading, light: 20_000 },
  'read-word-changes': reading,
  'view-import': { ...reading, light: 200_000 },
  'view-answers': { ...reading, light: 20_000 },
  'write-word': { ...making, ms: 30_000 },
  'write-akn': { ...making, ms: 20_000 },
  'make-pdf': { ...making, ms: 60_000 },
  'make-report-word': { ...making, ms: 60_000 },
  'draw-picture': { ...making, ms: 10_000, waiting: 60, patience: 20_000 },
  'map-returned': { ...reckoning, ms: 30_000 },
  'review-text': reckoning,
  'preview-text': reckoning,
  'parse-text': reckoning,
  'read-text': { ...reckoning, kept: false },
  'carry-roles': { ...reckoning, kept: false },
  'diff-versions': reckoning,
  'compare-texts': reckoning,
  'check-text': reckoning,
  'view-changes': { ...reckoning, light: compared },
  'view-moved': { ...reckoning, light: compared },
  'mark-insertion': { ...reckoning, light: passed },
  'carry-late': { ...reckoning, kept: false, light: compared },
  'trace-words': { ...reckoning, light: compared },
  'follow-words': { ...reckoning, light: compared },
  'state-comments': { ...reckoning, light: compared },
  'write-table': { ...reckoning, light: 200_000, kept: false },
  'write-excel-csv': { ...reckoning, light: 200_000, kept: false },
  'write-workbook': { ...making, ms: 30_000 },
  'plan-rulings': { ...deciding, light: passed },
  'plan-corrections': deciding,
  'effect-beside': deciding,
  'check-units': { ...reckoning, light: passed },
  'make-next-text': { ...deciding, light: passed },
  'edit-text': { ...deciding, light: passed },
  'bring-together': deciding,
  'view-conflicts': deciding,
  'view-changed-units': deciding,
  'carry-amendments': deciding,
  'word-changes': deciding,
  'retrace-ruling': { ...reckoning, ms: 60_000, patience: 60_000, kept: false, light: passed },
  'retrace-together': { ...reckoning, ms: 60_000, patience: 60_000, kept: false },
  'replay-steps': { ...reckoning, ms: 60_000, patience: 60_000, kept: false, light: passed },
  'likeness-keys': { ...deciding, light: 200_000 },
  'adjust-proposals': { ...deciding, light: passed },
  'build-issue': { ...reckoning, ms: 100_000, waiting: 4, kept: false },
  'measure-reliability': { ...reckoning, ms: 60_000 },
  'compare-pair': reckoning,
  'edition-variants': reckoning,
  'follow-trend': reckoning,
} as const satisfies Record<string, Task>;

export type TaskName = keyof typeof tasks;
