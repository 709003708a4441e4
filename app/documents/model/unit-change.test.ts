import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { findByCitation, parse } from '#app/text/index.ts';
import { mapReturned } from '../returned/map-returned.ts';
import { sampleAct, sampleProperties } from '../testing/sample-act.ts';
import { trackAmendments } from '../tracked/track-amendments.ts';
import type { TrackedDocument } from './tracked-document.ts';
import type { TrackedAmendment, UnitChange } from './unit-change.ts';
import { customProperties, slimDocx } from '../word/package-origin.ts';
import { readTrackedDocx } from '../word/read-tracked.ts';
import { writeWord } from '../word/write-word.ts';

const act = sampleAct();
const unit = (citation: string): string => findByCitation(act, citation)!.id;
const by = (author: string, ...clauses: UnitChange[]): TrackedAmendment => ({
  author,
  date: '2026-05-01T12:00:00Z',
  reason: 'Bo tak.',
  clauses,
});
const track = (...amendments: TrackedAmendment[]): TrackedDocument =>
  trackAmendments(act, amendments, sampleProperties());
const read = async (document: TrackedDocument) => readTrackedDocx(await writeWord(document));

test('a unit moves with everything under it as a move of Word', async () => {
  const reading = await read(
    track(by('Anna', { op: 'move', unit: unit('§ 2 ust. 2 pkt 1'), target: unit('§ 2 ust. 2 pkt 2') })),
  );
  expect(reading.changes.map(({ kind, text }) => [kind, text])).toEqual([
    ['move-from', '1) przedmiot konsultacji;'],
    ['move-to', '1) przedmiot konsultacji;'],
  ]);
  expect(reading.accepted).toMatch(/b\) dzień zakończenia\.\n\n1\) przedmiot konsultacji;/);
  expect(reading.comments).toMatchObject([{ author: 'Anna', text: 'Bo tak.' }]);
});

test('a unit that is split keeps its first words, the rest follows with the next mark', async () => {
  const reading = await read(
    track(
      by('Anna', {
        op: 'split',
        unit: unit('§ 2 ust. 1'),
        text: 'Konsultacje trwają 14 dni.',
        rest: 'Termin biegnie od dnia ogłoszenia na stronie gminy.',
      }),
    ),
  );
  expect(reading.accepted).toContain(
    '§ 2.\n\n1. Konsultacje trwają 14 dni.\n\n1a. Termin biegnie od dnia ogłoszenia na stronie gminy.\n\n2. Ogłoszenie',
  );
  expect(parse(reading.text)).toEqual(parse((await read(track())).text));
});

test('a unit takes in another one, whose own words go', async () => {
  const reading = await read(
    track(
      by('Anna', {
        op: 'merge',
        unit: unit('§ 2 ust. 2 pkt 2 lit. a'),
        target: unit('§ 2 ust. 2 pkt 2 lit. b'),
        text: 'dni rozpoczęcia i zakończenia.',
      }),
    ),
  );
  expect(reading.accepted).toContain('a) dni rozpoczęcia i zakończenia.');
  expect(reading.accepted).not.toContain('b) dzień zakończenia.');
});

test('own words of a unit change beside its mark and what hangs below', async () => {
  const reading = await read(track(by('Anna', { op: 'words', unit: unit('§ 2 ust. 2'), text: 'Ogłoszenie podaje:' })));
  expect(reading.accepted).toContain('2. Ogłoszenie podaje:\n\n1) przedmiot konsultacji;');
});

test('the same words wanted by two are a change and a variant, also by unit', () => {
  const words = (text: string): UnitChange => ({ op: 'words', unit: unit('§ 2 ust. 1'), text });
  const document = track(
    by('Anna', words('Konsultacje trwają 21 dni od dnia ogłoszenia na stronie gminy.')),
    by('Jan', words('Konsultacje trwają 30 dni od dnia ogłoszenia na stronie gminy.')),
  );
  expect(document.paragraphs.filter(({ kind }) => kind === 'variant').map(({ runs }) => runs[0]!.text)).toEqual([
    '1. Konsultacje trwają 30 dni od dnia ogłoszenia na stronie gminy.',
  ]);
});

test('what the text cannot show is said in a comment, at the title when its unit is gone', async () => {
  const reading = await read(
    track(
      by('Anna', { op: 'note', unit: null, text: 'Dotyczyła jednostki, której nie ma.' }),
      by('Jan', { op: 'note', unit: unit('§ 4'), text: 'W kolizji.' }),
    ),
  );
  expect(reading.changes).toEqual([]);
  expect(reading.comments.map(({ author, text, citation }) => [author, text, citation])).toEqual([
    ['Anna', 'Dotyczyła jednostki, której nie ma.', ''],
    ['Anna', 'Bo tak.', ''],
    ['Jan', 'W kolizji.', '§ 4'],
    ['Jan', 'Bo tak.', '§ 4'],
  ]);
});

test('an accepted and a rejected move are told apart', async () => {
  const amendments = [by('Anna', { op: 'move', unit: unit('§ 3'), target: unit('§ 4') })];
  const sent = track(...amendments);
  const decide = (isAccepted: boolean): TrackedDocument => ({
    ...sent,
    paragraphs: sent.paragraphs.flatMap(({ insert, remove, ...one }) => {
      if ((insert !== undefined && !isAccepted) || (remove !== undefined && isAccepted)) return [];
      return [{ ...one, runs: one.runs.map(({ text, comments }) => ({ text, comments })) }];
    }),
  });
  const back = async (isAccepted: boolean) => mapReturned({ act, amendments, reading: await read(decide(isAccepted)) });
  expect(await back(true)).toMatchObject({ states: ['accepted'], proposals: [], unmapped: [] });
  expect(await back(false)).toMatchObject({ states: ['rejected'], proposals: [], unmapped: [] });
});

test('other words within what we proposed are no amendment of the clause: they are listed', async () => {
  const amendments = [
    by('Anna', {
      op: 'words',
      unit: unit('§ 4'),
      text: 'Uchwała wchodzi w życie po upływie 21 dni od dnia ogłoszenia.',
    }),
  ];
  const parts = unzipSync(await writeWord(track(...amendments)));
  const hers = 'w:author="Ewa" w:date="2026-06-01T09:00:00Z"';
  const nested = strFromU8(parts['word/document.xml']!).replace(
    /(<w:ins [^>]*>)<w:r>(.*?)<w:t ([^>]*)>21<\/w:t><\/w:r><\/w:ins>/,
    `$1<w:del w:id="901" ${hers}><w:r><w:delText>21</w:delText></w:r></w:del></w:ins><w:ins w:id="902" ${hers}><w:r><w:t>30</w:t></w:r></w:ins>`,
  );
  expect(nested).toContain('902');
  const result = mapReturned({
    act,
    amendments,
    reading: readTrackedDocx(zipSync({ ...parts, 'word/document.xml': strToU8(nested) })),
  });
  expect(result.unmapped).toMatchObject([
    { code: 'within-amendment', citation: '§ 4', author: 'Ewa', words: expect.stringContaining('30') },
  ]);
});

test('a file keeps the properties it was given, and without its pictures it reads the same', async () => {
  const document = track(
    by('Anna', { op: 'words', unit: unit('§ 4'), text: 'Uchwała wchodzi w życie z dniem ogłoszenia.' }),
  );
  const bytes = await writeWord({
    ...document,
    properties: { ...document.properties, custom: { 'Paragraf wersja': '3', 'Paragraf chwila': 'żółw & <x>' } },
  });
  expect(customProperties(bytes)).toEqual(
    new Map([
      ['Paragraf wersja', '3'],
      ['Paragraf chwila', 'żółw & <x>'],
    ]),
  );
  const slim = slimDocx(bytes);
  expect(slim.length).toBeLessThan(bytes.length);
  expect(slimDocx(slim)).toEqual(slim);
  expect(readTrackedDocx(slim)).toEqual(readTrackedDocx(bytes));
  expect(customProperties(slim).get('Paragraf wersja')).toBe('3');
});
