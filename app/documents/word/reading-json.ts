import type { TrackedReading, Unsupported } from './read-tracked.ts';

const WHAT: Readonly<Record<Unsupported['code'], string>> = {
  'split-paragraph': 'a paragraph was split',
  'joined-paragraphs': 'two paragraphs were joined',
  format: 'only the formatting changed',
  table: 'a table changed',
  section: 'the page layout changed',
};

/** The reading in the form of `docs read`. */
export function toReadingJson({ text, accepted, changes, comments, unsupported }: TrackedReading): Omit<TrackedReading, 'unsupported' | 'paragraphs'> & { unsupported: string[] } {
  return { text, accepted, changes, comments, unsupported: unsupported.map(sentence) };
}

function sentence({ code, author, date, words, citation }: Unsupported): string {
  const place = citation === '' ? '' : ` at ${citation}`;
  const by = author === '' ? '' : ` by ${author}${date === '' ? '' : `, ${date}`}`;
  return `${WHAT[code]}${place}${by}${words === '' ? '' : `: "${words}"`}`;
}
