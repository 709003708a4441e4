import { expect, test } from 'vitest';
import { keyOf, patternsOf, readHarmless, superLinear, writeHarmless } from './patterns.ts';
import { sourceFiles } from './source-files.ts';

/** Patterns that a judge distrusts, each with the bound of what it reads and why it is kept. */
const bounded: Record<string, string> = {
  'app/record/covered/personal-data.ts':
    'an address has at most five words of 60 signs behind „ul.”, in a remark of at most 20,000',
  'app/text/references/reference-items.ts':
    'sticky: tried at one place behind a word of reference, each run of blanks or letters once',
  'app/text/references/reference-scan.ts':
    'sticky: tried at one place behind a word of reference, each run of blanks once',
  'app/text/diff/tokens.ts':
    'the last two alternatives take any sign but a blank, so that no start fails and moves on along a run',
  'scripts/corpus-one.ts': 'reads one file in a process of its own, which is ended when its time is over',
  'scripts/json-input.ts': 'sticky: a string of JSON has one way to be read',
};

/** `new RegExp` of words that are not written in the file: what they are, and why the pattern stays linear. */
const fromElsewhere: Record<string, string> = {
  'app/text/parse/headings.ts': 'three words of headings, each a literal of the same file',
  'app/text/tree/labels.ts': 'one printed number, escaped, without a repetition',
  'app/text/commands/words.ts': 'quoted words, escaped, parted by runs of blanks; without another repetition',
  'app/text/commands/slots.ts': 'the number of one row, escaped, without a repetition',
  'app/text/commands/places.ts':
    'numbers and ordinals, each a literal of the same file with bounded repetitions; sticky',
  'app/drafting/acts/act-parts.ts': 'made by searchPatterns: letters, classes and runs of what is no letter',
  'app/documents/testing/lawyer.ts': 'edits files in tests alone',
};

const files = sourceFiles('app', 'scripts').filter(({ path }) => !/\.test\.tsx?$/.test(path));
const read = files.map(patternsOf);

test('no pattern of ours takes more than linear time', async () => {
  const patterns = read.flatMap((each) => each.patterns);
  expect(patterns.length).toBeGreaterThan(500);
  // New ones are judged and taken into the list of the repository; to judge all anew, empty it.
  const harmless = readHarmless();
  const found = await superLinear(
    patterns.filter(({ path }) => !path.startsWith('app/documents/testing/')),
    harmless,
  );
  const used = new Set(patterns.map(keyOf));
  if (!process.env.CI) writeHarmless([...harmless].filter((key) => used.has(key)));
  const breaches = [...found]
    .filter(([{ path }]) => !Object.hasOwn(bounded, path))
    .map(([{ path, line, source }, why]) => `${path}:${line} /${source}/ ${why}`);
  expect(breaches).toEqual([]);
}, 600_000);

test('every pattern is written where it can be read', () => {
  const unread = read
    .flatMap((each) => each.unread)
    .filter((place) => !Object.hasOwn(fromElsewhere, place.split(':')[0] ?? ''));
  expect(unread).toEqual([]);
});

test('a pattern that can be attacked is found however it is written', async () => {
  const attacked = [
    String.raw`const a = /[ \t]+$/gm;`,
    String.raw`const a = /^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*\?>)*<(?:html|p)[\s>]/i;`,
    String.raw`const a = /\.{3,}$/;`,
    String.raw`const a = /^\S+@\S+\.\S+$/;`,
    'const b = String.raw`\\s+`; const a = new RegExp(`${b}$`, "u");',
    String.raw`const a = new RegExp('(a+)+' + 'b');`,
    String.raw`const a = RegExp("x*$");`,
  ];
  const found = await Promise.all(
    attacked.map(async (text) => (await superLinear(patternsOf({ path: 'app/a.ts', text }).patterns)).size),
  );
  expect(found).toEqual(attacked.map(() => 1));
  const fine = await superLinear(
    patternsOf({ path: 'app/a.ts', text: String.raw`const a = [/^\d{4}-\d{2}$/, /a+b/y, /[^a]+/g, /\s+/g];` }).patterns,
  );
  expect([...fine.keys()]).toEqual([]);
  expect(patternsOf({ path: 'app/a.ts', text: 'const a = new RegExp(words);' }).unread).toEqual(['app/a.ts:1']);
});

test('texts are composed in one place, which bounds what hostile marks cost', () => {
  const elsewhere = files
    .filter(({ path, text }) => path !== 'app/text/tree/compose.ts' && /\.normalize\(/.test(text))
    .map(({ path }) => path);
  expect(elsewhere).toEqual(['app/text/fixtures/change-cases.ts']);
});
