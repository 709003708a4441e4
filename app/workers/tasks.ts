/** Threads that share a bound of memory. What one of them takes over it ends that thread and nothing else. */
export type Lane = { threads: number; megabytes: number };

export const lanes = {
  /** Files of strangers, one at a time: what each of them may take does not add up. */
  reading: { threads: 1, megabytes: 512 },
  /** Documents and pictures of ours; a picture need not wait for a report. */
  making: { threads: 2, megabytes: 512 },
  /** Texts compared and taken apart, weights drawn. */
  reckoning: { threads: 1, megabytes: 512 },
} as const satisfies Record<string, Lane>;

export type LaneName = keyof typeof lanes;

/**
 * `ms` bounds the work itself, waiting apart. At most `running` of a kind at once and `waiting` behind them, none of those
 * longer than `patience` milliseconds: whoever comes then is asked to come again. `kept` results are shared by all who ask for the same.
 */
export type Task = { lane: LaneName; ms: number; running: number; waiting: number; patience: number; kept: boolean };

/** What somebody sends is his: read again each time, and forgotten. */
const reading: Task = { lane: 'reading', ms: 20_000, running: 1, waiting: 6, patience: 30_000, kept: false };
const making: Task = { lane: 'making', ms: 60_000, running: 1, waiting: 8, patience: 40_000, kept: true };
const reckoning: Task = { lane: 'reckoning', ms: 20_000, running: 1, waiting: 20, patience: 30_000, kept: true };

/** Everything that takes a core for longer than a moment, or that a stranger can make take it. */
export const tasks = {
  'read-word-text': reading,
  'read-word-changes': reading,
  'write-word': { ...making, ms: 30_000 },
  'write-akn': { ...making, ms: 20_000 },
  'make-pdf': { ...making, ms: 60_000 },
  'make-report-word': { ...making, ms: 60_000 },
  'draw-picture': { ...making, ms: 10_000, waiting: 60, patience: 20_000 },
  'map-returned': { ...reckoning, ms: 30_000 },
  'review-text': reckoning,
  'preview-text': reckoning,
  'read-text': { ...reckoning, kept: false },
  'carry-roles': { ...reckoning, kept: false },
  'diff-versions': reckoning,
  'compare-texts': reckoning,
  'check-text': reckoning,
  'build-issue': { ...reckoning, ms: 100_000, waiting: 4, kept: false },
  'measure-reliability': { ...reckoning, ms: 60_000 },
  'compare-pair': reckoning,
  'follow-trend': reckoning,
} as const satisfies Record<string, Task>;

export type TaskName = keyof typeof tasks;
