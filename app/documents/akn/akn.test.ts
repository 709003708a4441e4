import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findByCitation, number, parse, walkUnits, type Act, renderText } from '#app/text/index.ts';
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

test('annexes and reasons come back in the order they stand in', () => {
  const annex = (n: number): string => `Załącznik nr ${n} do uchwały\n\n§ 1. Mapa ${n}.`;
  const reasons = 'UZASADNIENIE\nPowód pierwszy.';
  for (const tail of [
    [reasons, annex(1), annex(2)],
    [annex(1), reasons, annex(2)],
    [annex(1), annex(2), reasons],
  ]) {
    const text = `UCHWAŁA NR 7/2026\n\n§ 1. Raz.\n\n${tail.join('\n\n')}\n`;
    expect(renderText(trip(parse(text)))).toBe(renderText(parse(text)));
  }
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
  expect(xml).toContain('/akn/pl/act/uchwala/rada-gminy-przyklad/2024-03-01/v-7-2024/pol@2024-03-01/!main');
  expect(xml).toContain('<destination href="#chp_1__para_2__subsec_2__point_1__point_a"/>');
  expect(readAkn(xml).amendments).toEqual(amendments);
  expect(findByCitation(readAkn(xml).act, '§ 2 ust. 2 pkt 1 lit. a')?.text).toBe('litera;');
});

/** Root, address and day of the work that a file says it is. */
function workOf(xml: string): [string, string, string] {
  const [, root] = /<akomaNtoso [^>]*><(\w+)/.exec(xml) ?? [];
  const [, uri, date] = /<FRBRWork><FRBRthis [^>]*><FRBRuri value="([^"]*)"\/><FRBRdate date="([^"]*)"/.exec(xml) ?? [];
  return [root ?? '', uri ?? '', date ?? ''];
}

const HEADS = [
  ['UCHWAŁA NR V/7/2024\nRADY GMINY PRZYKŁAD\nz dnia 1 marca 2024 r.', 'act', '2024-03-01'],
  ['UCHWAŁA NR V/7/2024\nRADY GMINY INNA\nz dnia 1 marca 2024 r.', 'act', '2024-03-01'],
  ['UCHWAŁA NR V/7/2024\nRADY GMINY PRZYKŁAD\nz dnia 1.03.2025 r.', 'act', '2025-03-01'],
  ['ZARZĄDZENIE NR 7/2024\nWÓJTA GMINY PRZYKŁAD\nz dnia 1 marca 2024 r.', 'act', '2024-03-01'],
  ['UCHWAŁA NR ……\nRADY GMINY PRZYKŁAD\nz dnia ………… 2024 r.', 'bill', '2026-05-01'],
  ['PROJEKT\nUCHWAŁA NR V/8/2024\nRADY GMINY PRZYKŁAD\nz dnia 1 marca 2024 r.', 'bill', '2024-03-01'],
  ['UCHWAŁA\nRADY GMINY PRZYKŁAD\nz dnia 1 marca 2024 r.', 'bill', '2024-03-01'],
  ['', 'bill', '2026-05-01'],
] as const;

test('an act is known by its own day and number, a draft as a bill, whatever the legal basis names', () => {
  const basis =
    'Na podstawie art. 5a ust. 2 ustawy z dnia 8 marca 1990 r. o samorządzie gminnym (uchwała nr I/1/1990) uchwala się:';
  const works = HEADS.map(([head, root, date]) => {
    const xml = toAkn(parse(`${head}\nw sprawie zasad\n\n${basis}\n\n§ 1. Treść ${head.length}.\n`), {
      date: DATE,
      amendments: [],
    });
    expect([head, ...workOf(xml)]).toEqual([head, root, expect.stringMatching(new RegExp(`^/akn/pl/${root}/`)), date]);
    expect(xml).not.toContain('1990-03-08');
    return workOf(xml)[1];
  });
  expect(new Set(works).size).toBe(HEADS.length);
  const drafts = ['Jeden.', 'Dwa.'].map((words) => toAkn(parse(`§ 1. ${words}`), { date: DATE, amendments: [] }));
  expect(new Set(drafts.map((xml) => workOf(xml)[1])).size).toBe(2);
});

test.skipIf(!present)('no two of the real texts are one work', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
  const works = files.map((file) =>
    workOf(toAkn(parse(readFileSync(join(FOLDER, file), 'utf8')), { date: DATE, amendments: [] })),
  );
  expect(new Set(works.map(([, uri]) => uri)).size).toBe(files.length);
  for (const [at, [, uri]] of works.entries())
    expect([files[at], uri]).toEqual([files[at], expect.stringMatching(/^[a-z0-9/-]+$/)]);
});

test('other files are refused with a sentence', () => {
  expect(() => readAkn('<x/>')).toThrow('no Akoma Ntoso act or bill');
  expect(() => readAkn('<akomaNtoso><act></akomaNtoso>')).toThrow('not well-formed');
  expect(() => readAkn('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><akomaNtoso>&e;</akomaNtoso>')).toThrow(
    'document type or entities',
  );
});
