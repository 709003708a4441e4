import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findByCitation, number, parse, walkUnits, type Act } from '#app/text/index.ts';
import { messySource, propertyRuns, shape, sketchedAct } from '#app/text/testing/arbitrary.ts';
import type { Amendment } from '../model/amendments.ts';
import { readAkn } from './read-akn.ts';
import { toAkn } from './to-akn.ts';

const DATE = '2026-05-01T12:00:00Z';
const FOLDER = join(process.cwd(), '..', 'shared', 'data', 'resolutions');
const present = existsSync(FOLDER);

function trip(act: Act): Act {
  return readAkn(toAkn(act, { date: DATE, amendments: [] })).act;
}

function words({ title, legalBasis, before, units, annexes, reasons, kind }: Act): unknown {
  return { kind, title, legalBasis, before, reasons, units: shape(units), annexes: shape(annexes) };
}

test('an act written and read again is the same act, ids included', () => {
  fc.assert(
    fc.property(sketchedAct, (sketch) => {
      const { act } = number(sketch, { mode: 'draft' });
      const again = trip(act);
      expect(shape(again.units)).toEqual(shape(act.units));
      expect([...walkUnits(again)].map((unit) => [unit.id, unit.citation])).toEqual(
        [...walkUnits(act)].map((unit) => [unit.id, unit.citation]),
      );
    }),
    { numRuns: propertyRuns(100) },
  );
});

test('whatever was parsed keeps its words', () => {
  fc.assert(
    fc.property(
      messySource.filter((source) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/.test(source)),
      (source) => {
        const act = parse(source);
        expect(words(trip(act))).toMatchObject({ before: act.before, reasons: act.reasons });
        expect(shape(trip(act).units).length).toBe(act.units.length);
      },
    ),
    { numRuns: propertyRuns(200) },
  );
});

test.skipIf(!present)('real texts come back with every mark, number and word', () => {
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))) {
    const act = parse(readFileSync(join(FOLDER, file), 'utf8'));
    expect([file, words(trip(act))]).toEqual([file, words(act)]);
  }
});

test('eIds follow the naming convention and name what amendments change', () => {
  const act = parse(
    'UCHWAŁA NR V/7/2024\nRADY GMINY PRZYKŁAD\nz dnia 1 marca 2024 r.\nw sprawie przykładu\n\nRozdział 1\nZasady\n\n§ 1. Jeden.\n\n§ 2. 1. Dwa.\n\n2. Lista:\n\n1) punkt:\n\na) litera;\n\n2) drugi.\n',
  );
  const amendments: Amendment[] = [
    {
      author: 'Anna „A” <Kowal>',
      date: DATE,
      reason: 'Bo & tak.\nDrugi wiersz.',
      clauses: [
        { op: 'replace', citation: '§ 2 ust. 2 pkt 1 lit. a', text: 'inna litera;' },
        { op: 'insert-after', citation: '§ 1', text: 'Nowy.\nDrugi akapit.' },
      ],
    },
    { author: 'Jan', date: DATE, reason: '', clauses: [{ op: 'delete', citation: '§ 1' }] },
  ];
  const xml = toAkn(act, { date: DATE, amendments });
  expect(xml).toContain('eId="chp_1__para_2__subsec_2__point_1__point_a"');
  expect(xml).toContain('/akn/pl/act/uchwala/2024-03-01/v-7-2024/pol@2024-03-01/!main');
  expect(xml).toContain('<destination href="#chp_1__para_2__subsec_2__point_1__point_a"/>');
  expect(readAkn(xml).amendments).toEqual(amendments);
  expect(findByCitation(readAkn(xml).act, '§ 2 ust. 2 pkt 1 lit. a')?.text).toBe('litera;');
});

test('other files are refused with a sentence', () => {
  expect(() => readAkn('<x/>')).toThrow('no Akoma Ntoso act or bill');
  expect(() => readAkn('<akomaNtoso><act></akomaNtoso>')).toThrow('not well-formed');
  expect(() => readAkn('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><akomaNtoso>&e;</akomaNtoso>')).toThrow(
    'document type or entities',
  );
});
