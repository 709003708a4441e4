import { expect, test } from 'vitest';
import { outgrows } from '#tests/hostile/growth.ts';
import { spend } from '#app/text/docx/budget.ts';
import { readDocx } from '#app/text/docx/read-docx.ts';
import { DocxError } from '#app/text/docx/zip.ts';
import { readAkn } from './akn/read-akn.ts';
import {
  boxes,
  circleOfNumbering,
  circleOfStyles,
  commentsOverInsertions,
  commentsOverParagraphs,
  docxOf,
  documentOf,
  footnotes,
  joinedParagraphs,
  lyingSize,
  manyAttributes,
  manyEntries,
  nested,
  oneParagraphOfRuns,
  paragraphOf,
  repeatedDirectory,
  repeatedParagraphs,
  staircaseOfComments,
  tables,
  wideNumbering,
} from './testing/hostile-docx.ts';
import { readTrackedDocx } from './word/read-tracked.ts';

const plain = docxOf({ 'word/document.xml': documentOf(paragraphOf('a')) });
const attempt = (work: () => unknown): string => {
  try {
    work();
    return 'read';
  } catch (error) {
    // Anything but a sentence of ours would be a crash.
    if (error instanceof DocxError) return error.code;
    throw error;
  }
};

/** What each file is for the reader of changes and for the reader of plain text. */
const files: [name: string, make: () => Uint8Array, tracked: string, text: string][] = [
  [
    'five thousand comments over twenty thousand insertions',
    () => commentsOverInsertions(4_990, 20_000),
    'too-big',
    'read',
  ],
  ['a thousand comments over as many insertions', () => commentsOverInsertions(1_000, 1_000), 'read', 'read'],
  [
    'five thousand comments over twenty thousand paragraphs',
    () => commentsOverParagraphs(4_990, 20_000),
    'too-big',
    'read',
  ],
  ['comments that open one after the other', () => staircaseOfComments(2_000), 'read', 'read'],
  ['a million empty paragraphs', () => repeatedParagraphs(1_000_000, ''), 'too-big', 'too-big'],
  ['more than 24 MB', () => repeatedParagraphs(450_000, 'a'.repeat(20)), 'too-big', 'too-big'],
  ['three million characters', () => repeatedParagraphs(30_000, 'a'.repeat(100)), 'too-big', 'too-big'],
  ['a hundred thousand levels', () => nested(100_000, '<w:sdt>', '</w:sdt>'), 'too-big', 'too-big'],
  ['a hundred thousand levels that never close', () => nested(100_000, '<w:sdt>', ''), 'too-big', 'too-big'],
  ['a paragraph of forty thousand runs', () => oneParagraphOfRuns(40_000), 'read', 'read'],
  ['many notes', () => footnotes(10_000), 'read', 'read'],
  ['styles in a circle', () => circleOfStyles(500, 5_000), 'read', 'read'],
  ['numbering in a circle', () => circleOfNumbering(300, 5_000), 'read', 'read'],
  ['thousands of levels with endless marks', () => wideNumbering(3_000, 2_000), 'read', 'read'],
  ['boxes', () => boxes(5_000), 'read', 'read'],
  ['tables of tracked rows', () => tables(300, 60), 'read', 'read'],
  ['a hundred thousand attributes', () => manyAttributes(100_000), 'too-big', 'too-big'],
  ['paragraphs that all run on', () => joinedParagraphs(8_000), 'read', 'read'],
  ['thousands of entries', () => manyEntries(3_900), 'read', 'read'],
  ['more entries than allowed', () => manyEntries(4_100), 'too-big', 'too-big'],
  ['an entry that stands twice', () => repeatedDirectory(plain, 2), 'damaged', 'damaged'],
  ['a size that is too small', () => lyingSize(plain, 10), 'damaged', 'damaged'],
  ['a size that is too large', () => lyingSize(plain, 100_000), 'damaged', 'damaged'],
  ['a size of zip64', () => lyingSize(plain, 0xffffffff), 'too-big', 'too-big'],
  [
    'entities',
    () => docxOf({ 'word/document.xml': `<!DOCTYPE a [<!ENTITY b "c">]>${documentOf('')}` }),
    'entities',
    'entities',
  ],
  ['a mark that is not closed', () => docxOf({ 'word/document.xml': '<'.repeat(1_000_000) }), 'damaged', 'damaged'],
  [
    'a comment that is not closed',
    () => docxOf({ 'word/document.xml': '<a><!--'.repeat(100_000) }),
    'damaged',
    'damaged',
  ],
  [
    'an attribute that is not closed',
    () => docxOf({ 'word/document.xml': `<a b="${'c'.repeat(1_000_000)}` }),
    'damaged',
    'damaged',
  ],
  ['part of a file', () => plain.subarray(0, 40), 'damaged', 'damaged'],
];

for (const [name, make, tracked, text] of files) {
  test(`${name}: the reader of changes says ${tracked}, the reader of text ${text}`, () => {
    const bytes = make();
    expect([attempt(() => readTrackedDocx(bytes)), attempt(() => readDocx(bytes))]).toEqual([tracked, text]);
  });
}

test('a note is read as often as it is referred to, and counted as often', () => {
  const context = { characters: 0, steps: 0 };
  spend(context, { characters: 2_000_000 });
  expect(() => spend(context, { characters: 1 })).toThrow('2000000 characters');
  const note = `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="1">${paragraphOf('a'.repeat(50_000))}</w:footnote></w:footnotes>`;
  const bytes = docxOf({
    'word/document.xml': documentOf(`<w:p>${'<w:r><w:footnoteReference w:id="1"/></w:r>'.repeat(1_000)}</w:p>`),
    'word/footnotes.xml': note,
  });
  expect([attempt(() => readTrackedDocx(bytes)), attempt(() => readDocx(bytes))]).toEqual(['too-big', 'too-big']);
});

test('hostile Akoma Ntoso is refused by the same bounds', () => {
  expect(attempt(() => readAkn(`<akomaNtoso>${'<a>'.repeat(1_000)}${'</a>'.repeat(1_000)}</akomaNtoso>`))).toBe(
    'too-big',
  );
  expect(attempt(() => readAkn(`<akomaNtoso>${'<a/>'.repeat(700_000)}</akomaNtoso>`))).toBe('too-big');
});

test('comments that overlap, span paragraphs, begin twice or lack an end have the words under them', () => {
  const start = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`;
  const end = (id: number): string => `<w:commentRangeEnd w:id="${id}"/>`;
  const run = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
  const gone = (words: string): string =>
    `<w:del w:id="9" w:author="A"><w:r><w:delText>${words}</w:delText></w:r></w:del>`;
  const body = `<w:p>${start(1)}${run('raz ')}${start(2)}${run('dwa')}${end(1)}</w:p><w:p>${run('trzy ')}${end(2)}${start(3)}${gone('cztery')}${end(3)}${start(4)}${run('pięć')}</w:p><w:p>${start(1)}${run('sześć')}${end(1)}<w:r><w:commentReference w:id="5"/></w:r></w:p>`;
  const comments = [1, 2, 3, 4, 5, 6]
    .map((id) => `<w:comment w:id="${id}" w:author="B">${paragraphOf(`uwaga ${id}`)}</w:comment>`)
    .join('');
  const bytes = docxOf({
    'word/document.xml': documentOf(body),
    'word/comments.xml': `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${comments}</w:comments>`,
  });
  expect(readTrackedDocx(bytes).comments.map(({ words }) => words)).toEqual([
    'raz dwa\nsześć',
    'dwa\ntrzy',
    'cztery',
    'pięć\nsześć',
    '',
    '',
  ]);
});

test('comments over changes cost as much as the file is long, read or refused', async () => {
  const makers: [string, (size: number) => Uint8Array][] = [
    ['comments over all changes', (size) => commentsOverInsertions(size / 4, size)],
    ['comments over all paragraphs', (size) => commentsOverParagraphs(size / 4, size)],
    ['three comments over all changes', (size) => commentsOverInsertions(3, size)],
  ];
  const slow: string[] = [];
  for (const [name, make] of makers) {
    const files = new Map([24_000, 6_000].map((size) => [size, make(size)]));
    const why = await outgrows(24_000, (size) => attempt(() => readTrackedDocx(files.get(size)!)));
    if (why) slow.push(`${name}: ${why}`);
  }
  expect(slow).toEqual([]);
}, 600_000);
