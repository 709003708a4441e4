import type { DraftChange } from '#app/drafting/acts/draft.ts';
import type { Draft } from '#app/drafting/acts/load-draft.server.ts';
import { nextTextOf } from '#app/drafting/acts/next-text.server.ts';
import { citedAct } from '#app/drafting/acts/unit-tree.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { findProblems } from '../unified/tasks.server.ts';

/** What the checks of the text find in it that they did not find before. */
export type TextFinding = {
  severity: 'error' | 'warning';
  citation: string;
  /** Words of the text engine in both languages. */
  message: { pl: string; en: string };
};

/**
 * What the checks find in the text after changes and not in the text before: numbers, end marks, references. A finding that only follows its
 * unit to another number is none.
 */
export async function newFindings(draft: Draft, changes: readonly DraftChange[]): Promise<TextFinding[]> {
  if (changes.length === 0) return [];
  const next = await nextTextOf(draft, changes);
  if (!next.ok) return [];
  const [before, after] = [
    await runTask(findProblems, citedAct(draft)),
    await runTask(findProblems, citedAct({ head: draft.head, units: next.value.units })),
  ];
  const known = new Set(before.map(({ code, message }) => `${code} ${message.pl}`));
  const count = (list: typeof before, code: string) => list.filter((each) => each.code === code).length;
  return after.flatMap(({ code, severity, message, citation }) =>
    severity === 'info' || known.has(`${code} ${message.pl}`) || count(after, code) <= count(before, code)
      ? []
      : [{ severity, citation, message }],
  );
}

/** Those that no version may be released with. */
export async function newErrors(draft: Draft, changes: readonly DraftChange[]): Promise<TextFinding[]> {
  return (await newFindings(draft, changes)).filter(({ severity }) => severity === 'error');
}
