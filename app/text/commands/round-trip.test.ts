import fc from 'fast-check';
import { expect, test } from 'vitest';
import { number } from '../number/number.ts';
import { parse } from '../parse/parse.ts';
import { renderText } from '../render/render-text.ts';
import { messySource, propertyRuns, sketchedAct } from '../testing/arbitrary.ts';
import { walkUnits } from '../tree/tree.ts';
import type { Act, Unit } from '../tree/types.ts';
import { amend } from './amend.ts';
import { applyAmending, consolidatedText } from './apply.ts';
import type { Form } from './changes.ts';

/** The usual run takes the same texts each time; TEXT_PROPERTY_RUNS takes new ones and prints the seed of what fails. */
const SEED = process.env.TEXT_PROPERTY_RUNS === undefined ? { seed: 20_261_201 } : {};

type Edit = { at: number; what: 'words' | 'text' | 'out' | 'copy' | 'move' | 'end'; words: string };

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(500),
  what: fc.constantFrom('words', 'text', 'out', 'copy', 'move', 'end'),
  words: fc.constantFrom(
    'nowe słowa',
    'próba „w cudzysłowie” tu',
    'cena 5,5 zł',
    'raz, dwa',
    'niedomknięty „cudzysłów',
    'a”b',
    'wyrazy „x',
  ),
});

/** The tree with some edits, numbered as a draft or left with its printed marks. */
function edited(act: Act, edits: readonly Edit[], renumbered: boolean): string {
  const copy = structuredClone(act);
  for (const { at, what, words } of edits) {
    const spots: Array<{ list: Unit[]; i: number }> = [];
    const visit = (list: Unit[]): void =>
      list.forEach((unit, i) => {
        spots.push({ list, i });
        visit(unit.children);
      });
    visit(copy.units);
    const spot = spots[at % Math.max(1, spots.length)];
    const unit = spot?.list[spot.i];
    if (spot === undefined || unit === undefined) continue;
    if (what === 'words') unit.text = unit.text.replace(/(\p{L}+) /u, `$1 ${words} `);
    else if (what === 'text')
      unit.text =
        unit.text === ''
          ? ''
          : `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.;,:]$/.exec(unit.text)?.[0] ?? ''}`;
    else if (what === 'out' && spot.list.length > 1) spot.list.splice(spot.i, 1);
    else if (what === 'copy')
      spot.list.splice(spot.i + 1, 0, {
        ...structuredClone(unit),
        text: unit.text === '' ? '' : `${words} ${unit.text}`,
        number: '',
        label: unit.type === 'indent' ? '–' : '',
      });
    else if (what === 'move') spot.list.push(...spot.list.splice(spot.i, 1));
    else if (what === 'end') unit.text = unit.text.replace(/[.;,]$/u, ';');
  }
  return renderText(number(copy, { mode: renumbered ? 'draft' : 'adopted' }).act);
}

/** Words of all units in their order, without what was repealed and without numbers, which a lawful text has of its own. */
function words(act: Act): string[] {
  return [...walkUnits(act)]
    .map(({ type, heading, text, quoted }) =>
      `${type} ${heading} ${text} ${JSON.stringify((quoted ?? []).map((one) => one.text))}`
        .replace(/\s+/g, ' ')
        .replace(/\d+[a-z]*/gu, '#'),
    )
    .filter((line) => !/\(uchylon[yae]\)/u.test(line));
}

function check(base: Act, wanted: Act, form: Form): boolean {
  const { act, problems, commands } = amend(base, wanted, { form });
  if (problems.some(({ code }) => code === 'no-number')) return false;
  const back = applyAmending(base, act === '' ? [] : [act]);
  expect(back.commands.filter(({ status }) => status === 'refused')).toEqual([]);
  const text = consolidatedText(back);
  expect(words(parse(text, { kind: base.kind }))).toEqual(
    words(parse(renderText({ ...wanted, reasons: null, reasonsLine: null }), { kind: base.kind })),
  );
  return commands.some(({ place }) => place === 'uchwała');
}

test('an act written for an edited text, read back and applied, gives that text', () => {
  let whole = 0;
  fc.assert(
    fc.property(
      sketchedAct,
      fc.array(edit, { maxLength: 5 }),
      fc.boolean(),
      fc.constantFrom<Form>('auto', 'reword', 'words'),
      (sketch, edits, renumbered, form) => {
        const base = parse(renderText(number(sketch, { mode: 'draft' }).act));
        const wanted = parse(edited(base, edits, renumbered), { kind: base.kind });
        if (check(base, wanted, form)) whole += 1;
      },
    ),
    { numRuns: propertyRuns(25), ...SEED },
  );
  // The whole text in one command is the last resort.
  expect(whole).toBeLessThan(propertyRuns(25) / 3);
});

test('so for any two texts whatever', () => {
  fc.assert(
    fc.property(messySource, messySource, (one, other) => {
      const base = parse(one);
      check(base, parse(other, { kind: base.kind }), 'auto');
    }),
    { numRuns: propertyRuns(40), ...SEED },
  );
});
