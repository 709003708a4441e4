import { expect, test } from 'vitest';
import { findNear, type NearRow } from './near.ts';

const campaign =
  'Proszę wydłużyć konsultacje do trzydziestu dni, ponieważ dwa tygodnie nie wystarczą mieszkańcom sołectw na zwołanie zebrania, przeczytanie projektu i przygotowanie wspólnego stanowiska w tej sprawie przed końcem terminu.';
let next = 0;
const row = (parts: Partial<NearRow>): NearRow => ({
  number: ++next,
  likeness: `k${next}`,
  request: '',
  words: campaign,
  group: null,
  left: [],
  ...parts,
});

test('remarks that differ in a word are put beside the earliest, with the words they share', () => {
  const rows = [
    row({ number: 3 }),
    row({ number: 9, words: campaign.replace('wspólnego', 'dobrego') }),
    row({ number: 5, words: 'Zupełnie inna sprawa, o której nikt jeszcze nie pisał.' }),
  ];
  expect(findNear(rows)).toEqual([
    { lead: 3, group: null, members: [{ number: 9, isSame: false, sameRequest: false, shared: 27, total: 28 }] },
  ]);
});

test('amendments belong together by the change they ask for, whatever their reasons', () => {
  const rows = [
    row({ number: 1, request: 'A', words: 'Bo tak.' }),
    row({ number: 2, request: 'A', words: 'Z zupełnie innego powodu.' }),
    row({ number: 3, request: 'B', words: 'Bo tak.' }),
  ];
  expect(findNear(rows)).toMatchObject([{ lead: 1, members: [{ number: 2, sameRequest: true, isSame: false }] }]);
});

test('a remark that resembles a group is offered for it, unless its author left that group', () => {
  const rows = [
    row({ number: 1, group: 4 }),
    row({ number: 2, group: 4 }),
    row({ number: 7 }),
    row({ number: 8, left: [4] }),
  ];
  expect(findNear(rows)).toMatchObject([{ lead: 1, group: 4, members: [{ number: 7 }] }]);
});

test('what is left after leaving a group may still find others that left it', () => {
  const rows = [row({ number: 1, group: 4 }), row({ number: 7, left: [4] }), row({ number: 8, left: [4] })];
  expect(findNear(rows)).toMatchObject([{ lead: 7, group: null, members: [{ number: 8 }] }]);
});

test('ten thousand remarks are searched without comparing every pair', () => {
  const rows = Array.from({ length: 10_000 }, (_, at) =>
    row({
      number: at + 1,
      words:
        at % 3 === 0
          ? `${campaign} Pozdrawia czytelnik ${at}.`
          : `Uwaga numer ${at} mówi o sprawie ${at * 7} i o ulicy ${at * 13} w miejscowości ${at * 17}.`,
    }),
  );
  const started = performance.now();
  const clusters = findNear(rows);
  expect(clusters).toHaveLength(1);
  expect(clusters[0]!.members).toHaveLength(3333);
  // All pairs would take hours; the bound is wide for a busy machine.
  expect(performance.now() - started).toBeLessThan(30_000);
});
