import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { number, parse, readDocx, renderText } from '#app/text/index.ts';
import { propertyRuns, shape, sketchedAct } from '#app/text/testing/arbitrary.ts';
import { redline } from './tracked/redline.ts';
import { SAMPLE_AMENDMENTS, SAMPLE_TEXT, sampleAct, sampleProperties } from './testing/sample-act.ts';
import { trackAmendments } from './tracked/track-amendments.ts';
import { plainDocument, type TrackedDocument } from './model/tracked-document.ts';
import { readTrackedDocx } from './word/read-tracked.ts';
import { writeWord } from './word/write-word.ts';

const BY = { author: 'Paragraf', date: '2026-05-10T08:00:00Z' };

test('an act written to Word reads back as the same tree', async () => {
  await fc.assert(
    fc.asyncProperty(sketchedAct, async (sketch) => {
      const { act } = number(sketch, { mode: 'draft' });
      const bytes = await writeWord(plainDocument(act, sampleProperties(act)));
      expect(readDocx(bytes).text).toBe(renderText(act));
      expect(shape(parse(readDocx(bytes).text).units)).toEqual(shape(act.units));
    }),
    { numRuns: propertyRuns(20) },
  );
});

test('a § with nothing but its first subsection behind it runs on in one line, unless one of them comes or goes', async () => {
  const hidden = async (document: TrackedDocument): Promise<string[]> =>
    [
      ...strFromU8(unzipSync(await writeWord(document))['word/document.xml']!).matchAll(
        /<w:p>(?:(?!<\/w:p>).)*<\/w:p>/g,
      ),
    ]
      .map(([xml]) => xml)
      .filter((xml) => xml.includes('<w:specVanish/>'))
      .map((xml) => xml.replace(/<[^>]*>/g, ''));
  const act = sampleAct();
  expect(await hidden(plainDocument(act, sampleProperties()))).toEqual(['§ 2. ']);
  const gone = { author: 'A', date: BY.date, reason: '', clauses: [{ op: 'delete' as const, citation: '§ 2 ust. 1' }] };
  expect(await hidden(trackAmendments(act, [gone], sampleProperties()))).toEqual([]);
});

test('rejecting the changes of a redline gives the old text, accepting them the new one', async () => {
  await fc.assert(
    fc.asyncProperty(sketchedAct, sketchedAct, async (one, other) => {
      const [base, current] = [number(one, { mode: 'draft' }).act, number(other, { mode: 'draft' }).act];
      const reading = readTrackedDocx(
        await writeWord(redline(base, current, { by: BY, properties: sampleProperties(current) })),
      );
      expect(reading.text).toBe(renderText(base));
      expect(reading.accepted).toBe(renderText(current));
      expect(reading.unsupported).toEqual([]);
    }),
    { numRuns: propertyRuns(20) },
  );
});

test('every amendment is a change of its author on the right words, with its reason as a comment', async () => {
  const act = sampleAct();
  const reading = readTrackedDocx(await writeWord(trackAmendments(act, SAMPLE_AMENDMENTS, sampleProperties())));
  expect(reading.text).toBe(renderText(act));
  expect(reading.changes.map(({ kind, author, text, citation }) => [kind, author, text, citation])).toEqual([
    ['delete', 'Anna Kowalska', '14', '§ 2 ust. 1'],
    ['insert', 'Anna Kowalska', '21', '§ 2 ust. 1'],
    ['delete', 'Jan Żółty', 'stronie gminy', '§ 2 ust. 1'],
    ['insert', 'Jan Żółty', 'tablicy ogłoszeń', '§ 2 ust. 1'],
    [
      'insert',
      'Stowarzyszenie „Plac”',
      '1. Konsultacje trwają 30 dni od dnia ogłoszenia na stronie gminy.',
      '§ 2 ust. 1',
    ],
    ['insert', 'Jan Żółty', '1a) sposób udziału;', '§ 2 ust. 2 pkt 1a'],
    ['delete', 'Zofia Ćwik', '§ 3. Wykonanie uchwały powierza się wójtowi gminy Przykład.', '§ 3'],
  ]);
  const reasons = reading.comments.filter(({ author }) => author !== 'Paragraf');
  expect(reasons.map(({ author, text, words }) => [author, text, words])).toEqual([
    ['Anna Kowalska', 'Dwa tygodnie to za mało.', '21'],
    ['Jan Żółty', 'Nie każdy ma internet.', 'tablicy ogłoszeń'],
    ['Stowarzyszenie „Plac”', 'Miesiąc.', '1. Konsultacje trwają 30 dni od dnia ogłoszenia na stronie gminy.'],
    ['Zofia Ćwik', 'Zbędne & <niejasne>.', '§ 3. Wykonanie uchwały powierza się wójtowi gminy Przykład.'],
  ]);
  expect(reading.comments.find(({ author }) => author === 'Paragraf')?.text).toContain(
    'Wariant brzmienia § 2 ust. 1 (Stowarzyszenie „Plac”)',
  );
});

test('no amendment of a taken clause is dropped, whatever it does', () => {
  const act = sampleAct();
  const clauses = [
    { op: 'replace' as const, citation: '§ 1', text: 'Całkiem inne słowa stoją teraz tutaj.' },
    { op: 'delete' as const, citation: '§ 1' },
    { op: 'replace' as const, citation: '§ 1', text: 'Pierwszy wiersz.\n1) drugi wiersz.' },
  ];
  const amendments = clauses.map((clause, i) => ({
    author: `Autor ${i}`,
    date: '2026-05-01T12:00:00Z',
    reason: '',
    clauses: [clause],
  }));
  const { paragraphs, comments } = trackAmendments(act, amendments, sampleProperties());
  const words = paragraphs
    .flatMap(({ runs }) => runs)
    .filter(({ insert }) => insert !== undefined)
    .map(({ text, insert }) => [insert?.author, text]);
  expect(words).toContainEqual(['Autor 2', '§ 1. Pierwszy wiersz.']);
  expect(words).toContainEqual(['Autor 2', '1) drugi wiersz.']);
  expect(comments.map(({ author, text }) => [author, text])).toContainEqual(['Autor 1', 'Skreślić § 1.']);
  expect(paragraphs.filter(({ kind }) => kind === 'variant').length).toBe(2);
});

test('a wording of several paragraphs replaces the clause with all below it', async () => {
  const act = sampleAct();
  const text = 'Ogłoszenie zawiera:\n1) przedmiot konsultacji;\n2) termin.';
  const tracked = trackAmendments(
    act,
    [{ author: 'A', date: BY.date, reason: '', clauses: [{ op: 'replace', citation: '§ 2 ust. 2', text }] }],
    sampleProperties(),
  );
  const reading = readTrackedDocx(await writeWord(tracked));
  expect(reading.text).toBe(renderText(act));
  expect(reading.accepted).toContain('2. Ogłoszenie zawiera:\n\n1) przedmiot konsultacji;\n\n2) termin.\n\nRozdział 2');
});

test('an unknown citation is refused by name', () => {
  expect(() =>
    trackAmendments(
      sampleAct(),
      [{ author: 'A', date: BY.date, reason: '', clauses: [{ op: 'delete', citation: '§ 9' }] }],
      sampleProperties(),
    ),
  ).toThrow('amendment 1 (A) names § 9');
});

test('a paragraph that stands elsewhere is a move in both directions', async () => {
  const base = parse(SAMPLE_TEXT);
  const current = parse(
    SAMPLE_TEXT.replace('1) przedmiot konsultacji;\n\n', '').replace(
      'b) dzień zakończenia.\n',
      'b) dzień zakończenia.\n\n1) przedmiot konsultacji;\n',
    ),
  );
  const reading = readTrackedDocx(await writeWord(redline(base, current, { by: BY, properties: sampleProperties() })));
  expect(reading.changes.map(({ kind, text }) => [kind, text])).toEqual([
    ['move-from', '1) przedmiot konsultacji;'],
    ['move-to', '1) przedmiot konsultacji;'],
  ]);
});
