import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { ProposedAmendment } from '#app/documents/returned/map-returned.ts';
import { plainDocument } from '#app/documents/model/tracked-document.ts';
import { sampleAct, sampleProperties } from '#app/documents/testing/sample-act.ts';
import { writeWord } from '#app/documents/word/write-word.ts';
import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import type { UnitType } from '#app/text/tree/types.ts';
import { changeAuthor, numberOfAuthor, originProperties, readOrigin } from './file-origin.ts';
import { planProposals } from './plan-proposals.ts';
import { readFile } from './read-file.server.ts';

const at = new Date('2026-11-12T12:00:00.123Z');

test('the origin of a file is read as it was written, thousands of numbers in one short property', () => {
  const origin = {
    slug: 'zasady',
    kind: 'amendments' as const,
    version: 3,
    at,
    numbers: [1, 2, 3, 7, ...Array.from({ length: 3_000 }, (_, index) => index + 10)],
  };
  const properties = originProperties(origin);
  expect(properties['Paragraf poprawki']).toBe('1-3,7,10-3009');
  expect(readOrigin(new Map(Object.entries(properties)))).toEqual(origin);
  expect(readOrigin(new Map(Object.entries({ ...properties, 'Paragraf poprawki': '1-9999999' })))).toBeNull();
  expect(readOrigin(new Map(Object.entries({ ...properties, 'Paragraf wersja': '-1' })))).toBeNull();
  expect(readOrigin(new Map())).toBeNull();
});

test('an author of changes is known by the number behind the name', () => {
  expect(changeAuthor('osoba fizyczna', 12)).toBe('osoba fizyczna (nr 12)');
  expect([numberOfAuthor('Rada (nr 7)'), numberOfAuthor('Ewa Prawna'), numberOfAuthor('Ewa (nr 0)')]).toEqual([
    7,
    null,
    null,
  ]);
});

const row = (type: UnitType, depth: number, label: string, text: string, more: Partial<DraftUnit> = {}) => ({
  type,
  depth,
  label,
  text,
  ...more,
});

/** § 1 with two points, § 2 with a heading, § 3 of two paragraphs. */
const units: DraftUnit[] = [
  row('paragraph', 0, '§ 1.', 'Rada ogłasza:'),
  row('point', 1, '1)', 'konsultacje;'),
  row('point', 1, '2)', 'raport.'),
  row('paragraph', 0, '§ 2.', 'Uchwała wchodzi w życie.', { heading: 'Wejście w życie.' }),
  row('paragraph', 0, '§ 3.', 'Pierwszy akapit.\nDrugi akapit.'),
].map((unit, index) => ({
  clauseId: `c${index}`,
  code: index + 1,
  revisionId: `r${index}`,
  number: '',
  heading: '',
  quoted: false,
  orderKey: `a${index}`,
  parentClauseId: unit.depth === 0 ? null : 'c0',
  ...unit,
}));

const by = { author: 'Ewa', date: '2026-06-01T09:00:00Z', citation: '§ 1' };
const insert = (unit: number, text: string): ProposedAmendment => ({
  op: 'insert-after',
  unit: String(unit),
  text,
  ...by,
});
const replace = (unit: number, was: string, text: string): ProposedAmendment => ({
  op: 'replace',
  unit: String(unit),
  was,
  text,
  ...by,
});
const plan = (...proposals: ProposedAmendment[]) => {
  const { amendments, unplanned } = planProposals(proposals, units);
  return {
    amendments: amendments.map(({ operations }) =>
      operations.map(({ op, code, text, inserted }) => [op, code, op === 'replace' ? text : inserted]),
    ),
    unplanned: unplanned.map(({ code }) => code),
  };
};

test('paragraphs inserted one after another are one amendment with a unit each; one without a mark goes with the unit before', () => {
  expect(plan(insert(1, '2) sprawozdanie;'), insert(1, '3) protokół;'), insert(1, 'o ile jest.'))).toEqual({
    amendments: [
      [
        ['insert-after', 2, 'sprawozdanie;'],
        ['insert-after', 2, 'protokół;\no ile jest.'],
      ],
    ],
    unplanned: [],
  });
});

test('words with a mark of covering that was not there are no amendment', () => {
  expect(
    plan(
      replace(4, 'Drugi akapit.', 'Drugi [zasłonięto: dane osobowe, 12.11.2026].'),
      insert(1, '2) [zasłonięto: reklama, 12.11.2026];'),
    ),
  ).toEqual({ amendments: [], unplanned: ['covered-words', 'covered-words'] });
});

test('a new § behind the last point stands behind its §, and in the middle of the list nowhere', () => {
  expect(plan(insert(2, '§ 1a. Nowy przepis.')).amendments).toEqual([[['insert-after', 1, 'Nowy przepis.']]]);
  expect(plan(insert(1, '§ 1a. Nowy przepis.'))).toEqual({ amendments: [], unplanned: ['no-place'] });
  expect(plan(insert(3, '1) punkt pod przepisem bez punktów.'))).toEqual({ amendments: [], unplanned: ['no-place'] });
});

test('one word of a provision longer than an amendment may add is an amendment', () => {
  const long = `Pierwszy akapit. ${'Dalsze słowa przepisu. '.repeat(3_000).trim()}`;
  const { amendments, unplanned } = planProposals(
    [replace(0, long, long.replace('Pierwszy', 'Drugi'))],
    [{ ...units[0]!, text: long }],
  );
  expect([amendments[0]?.operations[0]?.text, unplanned]).toEqual([long.replace('Pierwszy', 'Drugi'), []]);
});

test('a heading stays out of the words, and a change of the heading is listed', () => {
  expect(
    plan(replace(3, 'Wejście w życie. Uchwała wchodzi w życie.', 'Wejście w życie. Uchwała obowiązuje.')).amendments,
  ).toEqual([[['replace', 4, 'Uchwała obowiązuje.']]]);
  expect(
    plan(replace(3, 'Wejście w życie. Uchwała wchodzi w życie.', 'Termin. Uchwała wchodzi w życie.')).unplanned,
  ).toEqual(['heading']);
});

test('two paragraphs of one unit are one amendment of its words', () => {
  expect(plan(replace(4, 'Pierwszy akapit.', 'Pierwszy.'), replace(4, 'Drugi akapit.', 'Drugi.')).amendments).toEqual([
    [['replace', 5, 'Pierwszy.\nDrugi.']],
  ]);
});

test('wordings longer than an amendment holds are listed, never cut', () => {
  expect(plan(replace(1, 'konsultacje;', 'x'.repeat(20_001)), insert(1, 'y'.repeat(20_001)))).toEqual({
    amendments: [],
    unplanned: ['too-long', 'too-long'],
  });
});

test('hostile files are refused by name', async () => {
  const code = (bytes: Uint8Array) => {
    const read = readFile(bytes);
    return read.ok ? null : read.error.code;
  };
  const document = (xml: string | Uint8Array) =>
    zipSync({ 'word/document.xml': typeof xml === 'string' ? strToU8(xml) : xml });
  expect(code(strToU8('To nie jest archiwum.'))).toBe('docx');
  expect(code(new Uint8Array())).toBe('docx');
  expect(code(zipSync({ '../../etc/passwd': strToU8('x') }))).toBe('kind-archive');
  expect(code(document('<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><w:document>&y;</w:document>'))).toBe(
    'entities',
  );
  expect(code(document(new Uint8Array(30 * 1024 * 1024)))).toBe('too-big');
  expect(code(new Uint8Array(50 * 1024 * 1024))).toBe('too-big');
  const sound = await writeWord(plainDocument(sampleAct(), sampleProperties()));
  expect(code(sound)).toBeNull();
  for (let length = sound.length - 1; length > 0; length -= 977)
    expect(code(sound.subarray(0, length)), `cut at ${length}`).toBe('docx');
});
