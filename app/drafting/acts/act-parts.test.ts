import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { scaleAct, scaleRandom } from '#app/admin/scale/scale-text.ts';
import { partsOf, partWith, unitsWith } from './act-parts.ts';
import { actView, type UnitView } from './act-view.ts';
import { PartHead } from './part-views.tsx';
import { sample, unitsOf } from './test-units.ts';

const long = actView(unitsOf(scaleAct(30_000, scaleRandom(1))));
const small = { whole: 6_000, part: 3_000 };
const codesOf = (units: readonly UnitView[]): number[] =>
  units.flatMap((unit) => [unit.code, ...codesOf(unit.quoted), ...codesOf(unit.children)]);

test('a short act is one part', () => {
  const units = actView(unitsOf(sample));
  const [part, ...others] = partsOf(units);
  expect(part!.name.replaceAll('\u00a0', ' ')).toBe('Rozdział 1 – Rozdział 2 (§ 1 – § 4)');
  expect([part!.units, others]).toEqual([units, []]);
});

test('a long act is divided at its chapters, and every unit is in a part, once, in order', () => {
  const parts = partsOf(long, small);
  expect(parts.length).toBeGreaterThan(5);
  const chapters = new Set(long.map(({ code }) => code));
  expect(parts.flatMap(({ units }) => codesOf(units)).filter((code) => !chapters.has(code))).toEqual(
    codesOf(long).filter((code) => !chapters.has(code)),
  );
  for (const { units } of parts)
    expect(JSON.stringify(units.map(({ children }) => children)).length).toBeLessThan(40_000);
  expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
});

test('an act without chapters is divided at its §', () => {
  const units = long.flatMap(({ children }) => children);
  const parts = partsOf(units, small);
  expect(parts.flatMap(({ units: of }) => of)).toEqual(units);
  expect(parts.length).toBeGreaterThan(5);
});

test('the part of every unit is known, and of none that is not there', () => {
  const parts = partsOf(long, small);
  for (const code of codesOf(long)) {
    const number = partWith(parts, code);
    expect(number).not.toBeNull();
    expect(codesOf(parts[number! - 1]!.units)).toContain(code);
  }
  expect(partWith(parts, 1_000_000)).toBeNull();
});

test('words are found in any case, with the words around them', () => {
  const units = actView(unitsOf(sample));
  expect(unitsWith(units, 'BIULETYNIE informacji')).toEqual({
    found: [
      {
        code: expect.any(Number) as number,
        citation: '§\u00a02 ust.\u00a02 pkt\u00a01',
        words: 'w\u00a0Biuletynie Informacji Publicznej;',
      },
    ],
    more: 0,
  });
  expect(unitsWith(units, '   ').found).toEqual([]);
  expect(unitsWith(long, 'rok', 3)).toMatchObject({ found: [{}, {}, {}] });
  expect(unitsWith(long, 'rok', 3).more).toBeGreaterThan(0);
});

test('beside a part stands the way to the whole text for paper, beside the whole it does not', () => {
  const head = (number: number | null) =>
    renderToStaticMarkup(
      createElement(PartHead, { slug: 'akt', part: { number, names: ['1', '2'], hasAmendments: false }, search: null }),
    );
  const ways = ['/konsultacje/akt/tekst"', '/konsultacje/akt/tekst.pdf"'];
  expect(ways.map((way) => [head(2).includes(way), head(null).includes(way)])).toEqual([
    [true, false],
    [true, false],
  ]);
});
