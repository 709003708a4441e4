import { expect, test } from 'vitest';
import { facts, heading, paragraph, plainList, table, type ModelBlock } from '../model/model.ts';
import { drawPages, readInfo, readPages, testModel, type Picture } from '#tests/setup/pdf-reading.ts';
import { MARGIN } from './pen.ts';

/** Letters and signs that come into acts, remarks and names from other programs; each is drawn by some font. */
const LETTERS = [
  ...'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ§–—„”«»…€°²³½×−·•′″‰‱≤≥≠≈±÷√∑∞∂∫∈∅⊂→←↑↓↔⇒№™©®℃†‡¶☐☑☒✓✔✗★◦▪■●▲⁰¹⁴⁵⁹₀₁₂₉⅓⅔⅛ⅣⅰΩµπαβγδλσφωΆώ',
  ...'АБВГҐДЕЁЄЖЗИІЇЙЩЪЫЬЭЮЯабвгґєіїщыюяЎўЂђЉљЏџ',
  ...'ÄÖÜßéèêëçñøåæœŸšžčřůťďğşıİőűțșđħĳŋſẞảạếờ',
  ...'אבגדהשת',
  ...'ابتثجحسلمي',
  ...'ԱաՖֆ',
  ...'აბგჰ',
  ...'☺☎⚖♠♻✉✂❤➔😀👍🏛🌳🚲📄🔒🚧',
  'x\u0302',
  'm\u0304',
  'q\u0303',
  'n\u0308\u0323',
  'и\u0301',
  '👍🏽',
  '👨‍👩‍👧',
  '🇵🇱',
  '⚖️',
  '1️⃣',
];
/** Letters that look like another one of the list. */
const SAME = new Set(['і', '👍🏽']);
/** What one common hyphen or space is drawn for, or what looks like another letter. */
const ALIKE = ['\u2010', '\u2011'];

const LINE = 10.5 * 1.36 + 5;
const DPI = 144;

/** Places of ink in the line of a paragraph, as one word; '' for none. */
function inkOf(page: Picture, line: number): string {
  const px = DPI / 72;
  const [top, bottom] = [Math.round((MARGIN.top + line * LINE) * px), Math.round((MARGIN.top + line * LINE + 17) * px)];
  let word = '';
  for (let y = top; y < bottom; y += 1)
    for (let x = Math.round((MARGIN.side - 4) * px); x < (MARGIN.side + 40) * px; x += 1)
      if (page.at(x, y) < 200) word += `${x},${y - top} `;
  return word;
}

const PER_PAGE = 30;
/** So few that no line is broken between them. */
const PER_LINE = 6;
const inParts = (letters: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(letters.length / size) }, (_, i) => letters.slice(i * size, (i + 1) * size));

test.each([false, true])(
  'every letter of the list has a shape of its own, which is no box, in the letters of law: %s',
  async (law) => {
    const [boxes] = await drawPages(testModel([paragraph('\u4e00'), paragraph('□')], { law }), DPI);
    const box = inkOf(boxes!, 0);
    expect(box).not.toBe('');
    const seen = new Map<string, string>([[box, '□']]);
    const same: string[] = [];
    for (const letters of inParts(
      LETTERS.filter((letter) => !SAME.has(letter)),
      PER_PAGE,
    )) {
      const [page] = await drawPages(
        testModel(
          letters.map((letter) => paragraph(letter)),
          { law },
        ),
        DPI,
      );
      letters.forEach((letter, line) => {
        const ink = inkOf(page!, line);
        if (ink === '' || seen.has(ink)) same.push(`${letter} as ${seen.get(ink) ?? 'nothing'}`);
        seen.set(ink, letter);
      });
    }
    expect(same).toEqual([]);
  },
);

/** Every kind of part with the same words in each place where words can stand. */
function everywhere(words: string): ModelBlock[] {
  return [
    heading(1, words),
    heading(4, words),
    paragraph(words),
    paragraph(words, { label: words }),
    paragraph(words, { look: 'lead' }),
    paragraph(words, { look: 'note' }),
    paragraph(words, { look: 'figure' }),
    paragraph(words, { centred: true }),
    plainList([words], words),
    { kind: 'list', items: [{ label: '1)', text: words, items: [{ label: 'a)', text: words, items: [] }] }] },
    facts([[words, words]]),
    table(words, [words, 'b'], [[words, words]], { rowHeadings: true }),
  ];
}
const PLACES = JSON.stringify(everywhere('@')).split('@').length - 1;

test.each([false, true])(
  'Poppler reads back every letter in every place where words stand, in the letters of law: %s',
  async (law) => {
    const wrong: string[] = [];
    for (const letters of inParts([...LETTERS, ...ALIKE.map((sign) => `a${sign}b`), '中', 'ह', '\ue001'], PER_LINE)) {
      const pages = await readPages(testModel(everywhere(letters.join(' ')), { law }));
      const text = pages.flat().join('\n').normalize('NFC');
      for (const letter of letters) {
        const count = text.split(letter.normalize('NFC')).length - 1;
        if (count < PLACES) wrong.push(`${letter} ${count}`);
      }
    }
    expect(wrong).toEqual([]);
  },
);

test('what is not seen is not drawn, and ligatures, tabs and ends of lines are what they mean', async () => {
  const [page] = await readPages(
    testModel([
      paragraph('prze\u00adpis u\u200bch\u2060wa\ufeffła \u200eart. 5'),
      paragraph('o\ufb01cer a\ufb00ekt \ufb04'),
      paragraph('raz\tdwa\u2003trzy'),
      paragraph('jeden\u2028dwa\rtrzy\u000bcztery'),
      paragraph('e\u0328\u0301 a\u0328'),
      paragraph('a\u0001b\ud800c'),
    ]),
  );
  expect(page).toEqual([
    'przepis uchwała art. 5',
    'oficer affekt ffl',
    'raz dwa trzy',
    'jeden',
    'dwa',
    'trzy',
    'cztery',
    'ę\u0301 ą',
    'a\ufffdb\ufffdc',
    'Strona 1 z 1',
  ]);
});

test('what no font has is named once at the end with the number of its places, and a file without it says nothing', async () => {
  const text = (await readPages(testModel([heading(1, '法 i 中'), paragraph('中中 Ω')], { title: '法' })))
    .flat()
    .join(' ');
  expect(text).toContain('W ich miejscu jest □, a przy kopiowaniu tekstu sam znak: U+6CD5 (1×), U+4E2D (3×).');
  expect((await readPages(testModel([paragraph('Zażółć ≤ Ж 😀')]))).flat().join(' ')).not.toContain('Czcionki');
  const many = Array.from({ length: 60 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join(' ');
  expect((await readPages(testModel([paragraph(many)]))).flat().join(' ')).toContain('i 20 innych.');
});

test('words from the right stand in their order, brackets and figures among them', async () => {
  const words = ['שלום עולם', 'السلام عليكم', 'لا إله', 'ד (אב גד) ה'];
  const [page] = await readPages(testModel(words.map((word) => paragraph(word))));
  expect(page!.slice(0, words.length)).toEqual(words);
});

test('title and bookmarks keep every letter, and a running head too long for a line is cut between words', async () => {
  const title = 'Uchwała ≤ Ω Привет שלום 😀 n\u0308 o\ufb01cer';
  expect(await readInfo(testModel([paragraph('x')], { title }))).toContain('Uchwała ≤ Ω Привет שלום 😀 n\u0308 oficer');
  const long = Array.from({ length: 60 }, (_, i) => `słowo${i}`).join(' ');
  const pages = await readPages(
    testModel(
      Array.from({ length: 60 }, () => paragraph('x')),
      { title: long },
    ),
  );
  expect(pages[1]![0]).toMatch(/^słowo0 .* słowo\d+…$/);
});
