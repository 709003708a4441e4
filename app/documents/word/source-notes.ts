import type { Finding } from '#app/text/docx/findings.ts';
import type { Story } from '#app/text/docx/story.ts';
import { WHAT } from './reading-json.ts';
import { readTracked } from './read-tracked.ts';

const MAX_WORDS = 120;
const MAX_NAMED = 3;

/** One line for each kind of thing in a Word file that is no plain text of an act, and what a conversion does with it. */
export function sourceNotes(story: Story): string[] {
  const { changes } = readTracked({ ...story, comments: [] });
  const open = changes.filter(({ kind }) => kind !== 'format').map(({ kind, text }) => `${kind} ${text}`);
  return [
    ...line('a tracked change was accepted', open),
    ...line(
      'a comment was left out',
      story.comments.map(({ author, text }) => (author === '' ? text : `${author}: ${text}`)),
    ),
    ...[...kindsOf(story.findings)].flatMap(([kind, words]) =>
      line(kind === 'page-number' ? PAGES : WHAT[kind], words),
    ),
  ];
}

const PAGES = 'page numbers were left out';

function kindsOf(findings: readonly Finding[]): Map<Finding['kind'], string[]> {
  const kinds = new Map<Finding['kind'], string[]>();
  for (const { kind, words } of findings) {
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, [words]);
    else known.push(words);
  }
  return kinds;
}

function line(what: string, things: readonly string[]): string[] {
  if (things.length === 0) return [];
  const named = things
    .map((words) => words.replace(/\s+/g, ' ').trim())
    .filter((words) => words !== '')
    .slice(0, MAX_NAMED)
    .map((words) => `"${words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS)}…` : words}"`);
  const rest = named.length > 0 && things.length > named.length ? ', …' : '';
  return [
    `${what}${things.length > 1 ? ` (${things.length} times)` : ''}${named.length > 0 ? `: ${named.join(', ')}${rest}` : ''}`,
  ];
}
