import type { TrackedReading, Unsupported } from './read-tracked.ts';

/** What became of each kind of thing, in words of the command line. */
export const WHAT: Readonly<Record<Unsupported['code'], string>> = {
  'split-paragraph': 'a paragraph was split',
  'joined-paragraphs': 'two paragraphs were joined',
  format: 'only the formatting changed',
  table: 'a table changed',
  section: 'the page layout changed',
  numbering: 'the automatic numbering changed',
  equation: 'an equation (wzór) was written as text',
  'text-box': 'a text box was read as paragraphs of its own',
  chunk: 'a file put into the document was read in place',
  diagram: 'a diagram (SmartArt) was read as lines of text',
  ruby: 'a reading above the words (ruby) was put behind them',
  hidden: 'hidden text was left out',
  picture: 'a picture was left out',
  object: 'an embedded object was left out',
  chart: 'a chart was left out',
  shape: 'a drawing was left out',
  header: 'a page header was left out',
  footer: 'a page footer was left out',
  field: 'a field without a result was left out',
  symbol: 'a sign of a font of symbols is not known',
  note: 'a note that nothing refers to was left out',
  unknown: 'content of a kind that is not read was left out',
};

/** The reading in the form of `docs read`. */
export function toReadingJson({
  text,
  accepted,
  changes,
  comments,
  unsupported,
}: TrackedReading): Omit<TrackedReading, 'unsupported' | 'paragraphs'> & { unsupported: string[] } {
  return { text, accepted, changes, comments, unsupported: unsupported.map(sentence) };
}

function sentence({ code, author, date, words, citation }: Unsupported): string {
  const place = citation === '' ? '' : ` at ${citation}`;
  const by = author === '' ? '' : ` by ${author}${date === '' ? '' : `, ${date}`}`;
  return `${WHAT[code]}${place}${by}${words === '' ? '' : `: "${words}"`}`;
}
