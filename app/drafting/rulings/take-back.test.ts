import { expect, test } from 'vitest';
import { nextText } from '#app/drafting/acts/next-text.ts';
import type { DraftChange, DraftUnit } from '#app/drafting/acts/draft.ts';
import { unitsOf, withIds } from '#app/drafting/acts/test-units.ts';
import { takeBack } from './take-back.ts';

const base = unitsOf(`§ 1. Uchwała określa zasady prób.

§ 2. 1. Próby trwają co najmniej 14 dni.

2. Próbę ogłasza się na tablicy.

3. Ogłoszenie podaje:
1) miejsce;
2) czas.

§ 3. Z próby, o której mowa w § 2, sporządza się raport.

§ 4. Uchwała wchodzi w życie z dniem podjęcia.`);
const clause = (words: string) => base.find(({ text }) => text.includes(words))!.clauseId;

function made(units: readonly DraftUnit[], changes: readonly DraftChange[]): DraftUnit[] {
  const next = nextText({ units, numbering: 'draft' }, changes);
  if (!next.ok) throw new Error(next.error.code);
  return withIds(next.value.units);
}

const words = (units: readonly DraftUnit[]) => units.map(({ label, text, depth }) => `${depth} ${label} ${text}`);

const ways: [string, DraftChange[]][] = [
  ['words', [{ op: 'replace', clauseId: clause('14 dni'), text: 'Próby trwają co najmniej 21 dni.' }]],
  ['a new unit', [{ op: 'insert-after', clauseId: clause('zasady prób'), type: 'paragraph', text: 'Próby są jawne.' }]],
  ['a unit struck', [{ op: 'delete', clauseId: clause('na tablicy') }]],
  ['a unit struck with its list', [{ op: 'delete', clauseId: clause('Ogłoszenie podaje') }]],
  ['the first unit struck', [{ op: 'delete', clauseId: clause('zasady prób') }]],
  [
    'a unit parted',
    [
      {
        op: 'split',
        clauseId: clause('na tablicy'),
        text: 'Próbę ogłasza się.',
        rest: 'Ogłoszenie wisi na tablicy.',
      },
    ],
  ],
  [
    'units joined',
    [
      {
        op: 'merge',
        clauseId: clause('14 dni'),
        targetId: clause('na tablicy'),
        text: 'Próby trwają co najmniej 14 dni i ogłasza się je na tablicy.',
      },
    ],
  ],
  ['a unit moved', [{ op: 'move', clauseId: clause('14 dni'), targetId: clause('na tablicy') }]],
];

test.each(ways)('what a ruling did is taken back to the letter: %s', (_, changes) => {
  const after = made(base, changes);
  expect(words(after)).not.toEqual(words(base));
  const back = takeBack({ base, changes, after }, after, 'draft');
  expect(back).toMatchObject({ ok: true, adapted: [] });
  if (back.ok) expect(words(made(after, back.changes))).toEqual(words(base));
});

test.each(ways)('a change elsewhere since, with other numbers, stays: %s', (_, changes) => {
  const after = made(base, changes);
  const last = clause('z dniem podjęcia');
  const later: DraftChange[] = [
    { op: 'insert-after', clauseId: clause('sporządza się raport'), type: 'paragraph', text: 'Raport jest jawny.' },
    { op: 'replace', clauseId: last, text: 'Uchwała wchodzi w życie po 14 dniach.' },
  ];
  const now = made(after, later);
  const back = takeBack({ base, changes, after }, now, 'draft');
  expect(back).toMatchObject({ ok: true });
  if (back.ok) expect(words(made(now, back.changes))).toEqual(words(made(base, later)));
});

test('words that were written over since are a conflict that shows all three', () => {
  const changes: DraftChange[] = [
    { op: 'replace', clauseId: clause('14 dni'), text: 'Próby trwają co najmniej 21 dni.' },
  ];
  const after = made(base, changes);
  const now = made(after, [{ op: 'replace', clauseId: clause('14 dni'), text: 'Próby trwają co najmniej 30 dni.' }]);
  expect(takeBack({ base, changes, after }, now, 'draft')).toMatchObject({
    ok: false,
    error: {
      code: 'conflict',
      conflicts: [
        {
          was: 'Próby trwają co najmniej 14 dni.',
          ruled: 'Próby trwają co najmniej 21 dni.',
          now: 'Próby trwają co najmniej 30 dni.',
        },
      ],
    },
  });
});

test('a unit that came with a ruling and was reworded since is not struck with what others wrote', () => {
  const changes: DraftChange[] = [
    { op: 'insert-after', clauseId: clause('zasady prób'), type: 'paragraph', text: 'Próby są jawne.' },
  ];
  const after = made(base, changes);
  const added = after.find(({ text }) => text === 'Próby są jawne.')!.clauseId;
  const now = made(after, [{ op: 'replace', clauseId: added, text: 'Próby są jawne i bezpłatne.' }]);
  expect(takeBack({ base, changes, after }, now, 'draft')).toMatchObject({ ok: false, error: { code: 'conflict' } });
});
