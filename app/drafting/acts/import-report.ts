import { z } from 'zod';

/** Kinds of things that are no plain text of a file, and what became of them; the messages `import.done.KIND` say it. */
const doneKinds = [
  'equation',
  'text-box',
  'chunk',
  'diagram',
  'ruby',
  'hidden',
  'picture',
  'object',
  'chart',
  'shape',
  'header',
  'footer',
  'page-number',
  'field',
  'symbol',
  'note',
  'unknown',
  'comment',
  'html',
  'list-mark',
  'inserted',
  'struck',
  'deleted',
] as const;
export type DoneKind = (typeof doneKinds)[number];

/** Those whose words stand in the text. */
const READ: ReadonlySet<DoneKind> = new Set<DoneKind>([
  'equation',
  'text-box',
  'chunk',
  'diagram',
  'ruby',
  'html',
  'list-mark',
  'inserted',
  'struck',
]);

export const decisions = ['accept', 'reject', 'amendments'] as const;
export type Decision = (typeof decisions)[number];

const listedChange = z.object({
  kind: z.enum(['insert', 'delete', 'move-from', 'move-to', 'format']),
  author: z.string(),
  date: z.string(),
  text: z.string(),
  citation: z.string(),
});

const schema = z.object({
  /** Tracked changes; null where the file has none. `accepted` is the text with all of them, the source of the import the one without. */
  changes: z
    .object({
      decision: z.enum(['open', ...decisions]),
      count: z.number(),
      listed: z.array(listedChange),
      accepted: z.string(),
      file: z.string().nullable(),
    })
    .nullable(),
  done: z.array(z.object({ kind: z.enum(doneKinds), count: z.number(), words: z.array(z.string()) })),
  /** Letters and digits of the whole file, and those of them found neither in the text nor among what is listed. */
  letters: z.object({ file: z.number(), missing: z.number() }),
});

/** What reading a file of a word processor did. `file` of the changes is the file in base64, null where it is too large to keep. */
export type ImportReport = z.infer<typeof schema>;

/** The stored form; null for texts that came in without a report. */
export function readReport(json: unknown): ImportReport | null {
  const read = schema.safeParse(json);
  return read.success ? read.data : null;
}

/** True while nobody has said what becomes of the tracked changes. */
export function isOpen(report: ImportReport | null): boolean {
  return report?.changes?.decision === 'open';
}

/** True where something of the file is not in the text: nobody may be told then that nothing was lost. */
export function hasLosses(report: ImportReport | null): boolean {
  return (
    report !== null &&
    (report.letters.missing !== 0 || report.done.some(({ kind }) => !READ.has(kind)) || report.changes !== null)
  );
}

/** True where somebody has to see what was done before the text counts: more than plain words came with it. */
export function hasSomethingToSay(report: ImportReport | null): report is ImportReport {
  return report !== null && (report.letters.missing !== 0 || report.done.length > 0 || report.changes !== null);
}

/** What a page shows of a report: without the texts and the file it keeps. */
export type ReportView = Omit<ImportReport, 'changes'> & {
  changes: Omit<NonNullable<ImportReport['changes']>, 'accepted' | 'file'> | null;
  losses: boolean;
};

export function viewReport(report: ImportReport | null): ReportView | null {
  if (report === null) return null;
  const { changes, ...rest } = report;
  if (changes === null) return { ...rest, changes, losses: hasLosses(report) };
  const { accepted: _accepted, file: _file, ...shown } = changes;
  return { ...rest, changes: shown, losses: true };
}
