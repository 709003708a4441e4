import { expect, test } from 'vitest';
import { compareTexts } from './compare-texts.ts';

const act = (days: number, extra = '') => `UCHWAŁA NR ${days}
RADY GMINY
w sprawie konsultacji

§ 1. Uchwała określa zasady konsultacji.
§ 2. 1. Konsultacje trwają ${days} dni.
2. Ogłoszenie zamieszcza się na tablicy.
${extra}§ ${extra ? 4 : 3}. Uchwała wchodzi w życie po upływie 14 dni.`;

test('the same text is said to be the same, whatever its number and line ends', () => {
  const result = compareTexts(act(21), act(21).replaceAll('\n', '\r\n').replace('NR 21', 'NR 3/2027'), 'pl');
  expect(result).toMatchObject({ same: true, headDiffers: true });
  expect(result.diff.changes).toEqual([]);
});

test('a changed word and an added paragraph are told clause by clause', () => {
  const { same, diff } = compareTexts(act(21), act(14, '§ 3. Traci moc uchwała nr 7.\n'), 'pl');
  expect(same).toBe(false);
  expect(diff.changes.map(({ change, after }) => [change, after?.citation.replaceAll('\u00a0', ' ')])).toEqual([
    ['changed', '§ 2 ust. 1'],
    ['inserted', '§ 3'],
  ]);
  expect(diff.renumbered).toHaveLength(1);
});
