import { expect, test } from 'vitest';
import { unitsOf } from '#app/drafting/acts/test-units.ts';
import { citationsOf } from '#app/drafting/acts/unit-tree.ts';
import { standardLabel } from '#app/text/tree/labels.ts';
import type { UnitType } from '#app/text/tree/types.ts';
import { planEditorial } from '../editorial/editorial-change.ts';
import { planRewording } from '../carry/plan-rewording.ts';
import { emptyOperation, filingProblems, operationWords } from './filing-draft.ts';
import type { OperationDraft } from './operation-draft.ts';
import { cleanPoints, otherMark, takenMarks } from './typed-marks.ts';

const units = unitsOf(`UCHWAŁA NR 1/2026
RADY MIEJSKIEJ
z dnia 5 stycznia 2026 r.
w sprawie próby

Na podstawie art. 5 ustawy uchwala się, co następuje:

§ 1. Regulamin określa zasady.

§ 2. 1. Zabrania się:

1) palenia ognisk;

2) prowadzenia psów:

a) bez smyczy,

b) bez kagańca:

– na placu zabaw,

– na boisku.

2. Zakaz ogłasza się na tablicy.

§ 3. Uchwała wchodzi w życie z dniem podjęcia.
`);
const at = (citation: string) => units[citationsOf(units).indexOf(citation)]!;
const of: Partial<Record<UnitType, string>> = {
  paragraph: '§ 1',
  subsection: '§ 2 ust. 2',
  point: '§ 2 ust. 1 pkt 1',
  letter: '§ 2 ust. 1 pkt 2 lit. a',
  indent: '§ 2 ust. 1 pkt 2 lit. b tiret pierwsze',
};
const kinds = Object.keys(of) as UnitType[];
const markOf = (type: UnitType) => standardLabel(type, type === 'letter' ? 'c' : '8');

/** Every operation that takes words, with a mark before each of its fields. */
const typing: Record<string, (mark: string) => Partial<OperationDraft> & Pick<OperationDraft, 'op'>> = {
  replace: (mark) => ({ op: 'replace', text: `${mark} nowe słowa` }),
  'insert-after': (mark) => ({ op: 'insert-after', inserted: `${mark} nowe słowa` }),
  split: (mark) => ({ op: 'split', first: `${mark} nowe słowa`, rest: `${mark} nowe słowa` }),
  merge: (mark) => ({ op: 'merge', joined: `${mark} nowe słowa` }),
};
const clean = (operation: OperationDraft) =>
  cleanPoints([{ reason: 'Bo tak.', place: '', operations: [operation] }], units)[0]!.operations;

test('in every operation and kind of unit a mark of the kind is taken off, typed once or twice, and shown', () => {
  for (const type of kinds)
    for (const [op, typed] of Object.entries(typing)) {
      const unit = at(of[type]!);
      for (const mark of [
        markOf(type),
        // Two dashes are the mark of another kind.
        ...(type === 'indent' ? [] : [`${markOf(type)} ${markOf(type)}`]),
        `\u200b${markOf(type)}\u00a0`,
      ]) {
        const operation = { ...emptyOperation(unit, 'none'), ...typed(mark) };
        const [cleaned, ...more] = clean(operation);
        expect(more).toEqual([]);
        const { after, rest } = operationWords(cleaned!);
        expect(after, `${op} ${type} ${mark}`).toBe('nowe słowa');
        expect(rest === null || rest === 'nowe słowa').toBe(true);
        expect(takenMarks([{ reason: '', place: '', operations: [operation] }], units).size).toBe(1);
        expect(clean(cleaned!)).toEqual([cleaned]);
      }
    }
});

test('a mark of another kind is asked about in every operation, and goes by what its author says', () => {
  for (const type of kinds)
    for (const other of kinds.filter((each) => each !== type))
      for (const [op, typed] of Object.entries(typing)) {
        const unit = at(of[type]!);
        const operation = { ...emptyOperation(unit, 'none'), ...typed(markOf(other)) };
        const found = filingProblems([{ reason: 'Bo.', place: '', operations: clean(operation) }], units, 'file');
        expect(
          found.map(({ key }) => key),
          `${op} ${type} ${other}`,
        ).toContain('register.error.mark');
        const kept = clean({ ...operation, mark: 'keep' });
        expect(operationWords(kept[0]!).after).toBe(`${markOf(other)} nowe słowa`);
        expect(otherMark(kept[0]!, unit, units)).toBeNull();
        expect(operationWords(clean({ ...operation, mark: 'off' })[0]!).after).toBe('nowe słowa');
      }
});

test('marked lines become a unit each, after a new one and after a reworded one', () => {
  const unit = at('§ 2 ust. 1 pkt 1');
  const lines = '8) palenia grilla;\n9) wjazdu;';
  expect(
    clean({ ...emptyOperation(unit, 'insert-after'), inserted: lines }).map((each) => operationWords(each).after),
  ).toEqual(['palenia grilla;', 'wjazdu;']);
  const replaced = clean({ ...emptyOperation(unit, 'replace'), text: lines });
  expect(replaced.map((each) => [each.op, operationWords(each).after])).toEqual([
    ['replace', 'palenia grilla;'],
    ['insert-after', 'wjazdu;'],
  ]);
  expect(filingProblems([{ reason: 'Bo.', place: '', operations: replaced }], units, 'file')).toEqual([]);
});

test('a unit of its own stands after one of its kind that ends there', () => {
  const [moved] = clean({
    ...emptyOperation(at('§ 2 ust. 1 pkt 2'), 'insert-after'),
    inserted: 'c) bez nadzoru,',
    mark: 'unit',
  });
  expect(moved).toMatchObject({ code: at('§ 2 ust. 1 pkt 2 lit. b').code, inserted: 'bez nadzoru,' });
  const [up] = clean({
    ...emptyOperation(at('§ 2 ust. 1 pkt 2'), 'insert-after'),
    inserted: '2. Zakaz trwa.',
    mark: 'unit',
  });
  expect(up).toMatchObject({ code: at('§ 2 ust. 1').code, inserted: 'Zakaz trwa.' });
  // Point 1 does not end the subsection: a subsection behind it would part the list.
  expect(
    otherMark(
      { ...emptyOperation(at('§ 2 ust. 1 pkt 1'), 'insert-after'), inserted: '2. Zakaz.' },
      at('§ 2 ust. 1 pkt 1'),
      units,
    ),
  ).toMatchObject({ canBeUnit: false });
});

test('a number that belongs to the sentence stays in every operation', () => {
  for (const type of kinds)
    for (const words of ['14 dni od ogłoszenia', '2026 r. jest pierwszy', '§ 2 stosuje się odpowiednio'])
      for (const typed of Object.values(typing)) {
        const operation = { ...emptyOperation(at(of[type]!), 'none'), ...typed('') };
        const fields = Object.fromEntries(
          Object.entries(operation).map(([name, value]) => [name, value === ' nowe słowa' ? words : value]),
        ) as OperationDraft;
        expect(clean(fields)).toEqual([fields]);
        expect(otherMark(fields, at(of[type]!), units)).toBeNull();
      }
});

test('the office’s own change and a wording written anew are freed of marks by the same rule', () => {
  for (const type of kinds) {
    const unit = at(of[type]!);
    const typed = `${markOf(type)} nowe słowa`;
    for (const op of ['replace', 'insert-after', 'split'] as const) {
      const plan = planEditorial(units, {
        op,
        code: unit.code,
        heading: unit.heading,
        text: typed,
        rest: typed,
        target: null,
      });
      expect(plan.ok && plan.changes, `${op} ${type}`).toMatchObject([{ op, text: 'nowe słowa' }]);
      const words = new Map([[1, { text: typed, rest: typed }]]);
      const asked = {
        id: 'o',
        seq: 1,
        op,
        clauseId: unit.clauseId,
        targetClauseId: null,
        fit: 'conflict' as const,
        carriedAfter: null,
        carriedRest: null,
      };
      expect(planRewording([asked], units, words)).toMatchObject({ ok: true, steps: [{ after: 'nowe słowa' }] });
    }
  }
});
