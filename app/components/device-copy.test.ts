import { expect, test } from 'vitest';
import {
  endsReading,
  kept,
  longestDays,
  offered,
  placeOf,
  pruned,
  sentWith,
  versionOf,
  wasTaken,
} from '../../public/device-copy.js';
import { later, stageOf } from '../../public/session-end.js';

const now = Date.UTC(2026, 11, 1, 12);
const day = 86_400_000;
const copy = (change: object = {}) => ({
  place: '/konsultacje/zasady/uwagi/nowa',
  field: 'text',
  page: 'a',
  text: 'Dłuższe słowa.',
  at: now,
  version: null,
  ...change,
});

test('a form is the same in both languages and on every page that leads to its address, and not for another remark', () => {
  expect(placeOf('/en/urzad/a', { version: '3', intent: 'save' })).toBe(placeOf('/urzad/a', { version: '4' }));
  expect(placeOf('/en', {})).toBe('/');
  expect(placeOf('/english', {})).toBe('/english');
  expect(placeOf('/a', { id: '1' })).not.toBe(placeOf('/a', { id: '2' }));
  expect([versionOf({ revision: '5', id: '1' }), versionOf({ id: '1' })]).toEqual(['revision=5', null]);
});

test('words are kept as they stand, until there are none or those the page came with', () => {
  const first = kept([], copy(), { original: '', now });
  const second = kept(first, copy({ text: 'Inne słowa.' }), { original: '', now });
  expect(second.map(({ text }: { text: string }) => text)).toEqual(['Inne słowa.']);
  expect(kept(second, copy({ text: ' \n' }), { original: '', now })).toEqual([]);
  expect(kept(second, copy({ text: 'Stare\r\nbrzmienie' }), { original: 'Stare\nbrzmienie', now })).toEqual([]);
  // Too long for a copy: what was kept before is better than nothing.
  expect(kept(second, copy({ text: 'x'.repeat(100_001) }), { original: '', now })).toEqual(second);
  // Another window has its own.
  expect(kept(first, copy({ page: 'b', text: 'Z drugiego okna.' }), { original: '', now })).toHaveLength(2);
});

test('after two weeks, without words, from the future and beyond the room copies go, the oldest first', () => {
  const old = copy({ page: 'old', at: now - longestDays * day });
  const ahead = copy({ page: 'ahead', at: now + 2 * day });
  const blank = copy({ page: 'blank', text: ' ' });
  expect(pruned([old, ahead, blank, copy()], now)).toEqual([copy()]);
  const many = Array.from({ length: 12 }, (_, at) => copy({ page: `${at}`, at: now - at, text: 'x'.repeat(100_000) }));
  expect(pruned(many.toReversed(), now).map(({ page }: { page: string }) => page)).toEqual(
    many.slice(0, 10).map(({ page }) => page),
  );
});

test('a copy is offered in its form and field, where they do not say the same already', () => {
  const place = copy().place;
  const asked = { place, field: 'text', page: 'b', value: '' };
  expect(offered([copy()], asked)).toHaveLength(1);
  for (const other of [{ page: 'a' }, { field: 'reason' }, { place: '/x' }, { value: 'Dłuższe słowa.\r\n' }])
    expect([other, offered([copy()], { ...asked, ...other })]).toEqual([other, []]);
});

test('with a form go the copies whose words it carries, later steps with hidden fields too', () => {
  const other = copy({ page: 'b', text: 'Co innego.' });
  const fields = [
    ['intent', 'file'],
    ['text', 'Dłuższe słowa. '],
  ] as [string, string][];
  expect(sentWith([copy(), other], { place: copy().place, fields })).toEqual([copy()]);
  expect(sentWith([copy()], { place: '/x', fields })).toEqual([]);
});

test('a form was taken where its answer led on, and not to the sign-in', () => {
  const led = { redirects: 1, waited: 20, path: '/konsultacje/zasady/uwagi/8', search: '?info=remark-filed' };
  expect(wasTaken(led)).toBe(true);
  for (const other of [
    { redirects: 0 },
    { waited: 60_000 },
    { path: '/logowanie', search: '?dalej=x' },
    { path: '/en/logowanie' },
    { path: '/konto', search: '?info=confirm-first' },
    { search: '?info=form-kept' },
  ])
    expect([other, wasTaken({ ...led, ...other })]).toEqual([other, false]);
});

test('nothing stays after signing out, everywhere too, and with the account', () => {
  const ends = [
    ['/wyloguj', null],
    ['/en/wyloguj', null],
    ['/konto/zamkniecie', null],
    ['/konto', 'end-all'],
  ] as const;
  expect(ends.map(([action, intent]) => endsReading(action, intent))).toEqual([true, true, true, true]);
  expect([endsReading('/konto', 'profile'), endsReading('/konsultacje/wyloguj', null)]).toEqual([false, false]);
});

test('the end of a session is said five minutes before, with a way on where there is one', () => {
  const hours = 8 * 3600;
  expect(stageOf({ seconds: 301, most: hours })).toBe('quiet');
  expect(stageOf({ seconds: 300, most: hours })).toBe('ending');
  expect(stageOf({ seconds: 120, most: 150 })).toBe('last');
  expect(stageOf({ seconds: 0, most: hours })).toBe('over');
  expect(stageOf(later({ seconds: 1800, most: hours }, 1600))).toBe('ending');
});
