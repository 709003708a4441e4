import { diffText, locateSpans } from '#app/text/diff/diff-text.ts';

export type Range = { from: number; to: number };
export type Worded = { version: number; text: string };

/** Words that a version brought and a later one took out or replaced. */
export type LostWords = { words: string; version: number };

/**
 * Follows ranges of the first text through the texts after it, word by word: where they stand in the last one, and which
 * version took which of them out. Nothing is found again by likeness.
 */
export function fateOfWords(
  texts: readonly Worded[],
  ranges: readonly Range[],
): { standing: Range[]; lost: LostWords[] } {
  let standing = [...ranges];
  const lost: LostWords[] = [];
  for (let at = 1; at < texts.length; at += 1) {
    const [before, after] = [texts[at - 1]!, texts[at]!];
    if (before.text === after.text) continue;
    const next: Range[] = [];
    for (const span of locateSpans(diffText(before.text, after.text))) {
      if (span.op === 'insert') continue;
      for (const range of standing) {
        const [from, to] = [Math.max(range.from, span.beforeFrom), Math.min(range.to, span.beforeTo)];
        if (from >= to) continue;
        const words = before.text.slice(from, to);
        if (span.op === 'delete') {
          if (words.trim() !== '') lost.push({ words: words.trim(), version: after.version });
        } else if (span.before === undefined)
          next.push({ from: span.afterFrom + from - span.beforeFrom, to: span.afterFrom + to - span.beforeFrom });
        else next.push({ from: span.afterFrom, to: span.afterTo });
      }
    }
    standing = joined(next);
  }
  return { standing: standing.filter(({ from, to }) => texts.at(-1)!.text.slice(from, to).trim() !== ''), lost };
}

function joined(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && last.to >= range.from) last.to = Math.max(last.to, range.to);
    else result.push({ ...range });
  }
  return result;
}
