import { expect, test } from 'vitest';
import {
  checkClock,
  checkDisk,
  checkMemory,
  checkMigrations,
  checkMode,
  checkNode,
  checkSettings,
  type Settings,
} from './checks.server.ts';

const statesOf = (env: Settings) => Object.fromEntries(checkSettings(env).map(({ name, state }) => [name, state]));

test('settings of a public installation are looked at as its visitors meet them', () => {
  expect(statesOf({})).toEqual({
    PUBLIC_URL: 'warn',
    SMTP_URL: 'warn',
    TRUST_PROXY: 'ok',
    UPLOADS_MAX_GB: 'ok',
    operator: 'warn',
  });
  for (const [value, state] of [
    ['0.5', 'ok'],
    ['0', 'ok'],
    ['much', 'bad'],
    ['-1', 'bad'],
    ['1e9', 'bad'],
  ] as const)
    expect(statesOf({ UPLOADS_MAX_GB: value }).UPLOADS_MAX_GB, value).toBe(state);
  expect(statesOf({ PUBLIC_URL: 'https://a.pl' })).toMatchObject({
    PUBLIC_URL: 'ok',
    SMTP_URL: 'bad',
    TRUST_PROXY: 'bad',
  });
  expect(
    statesOf({ PUBLIC_URL: 'https://a.pl/', TRUST_PROXY: '1', SMTP_URL: 'smtps://u:p@m', MAIL_FROM: 'a@a.pl' }),
  ).toMatchObject({ PUBLIC_URL: 'ok', MAIL_FROM: 'ok', TRUST_PROXY: 'ok' });
  expect(statesOf({ PUBLIC_URL: 'https://a.pl', PARAGRAF_DEMO: 'yes' }).PARAGRAF_DEMO).toBe('bad');
  expect(statesOf({ PUBLIC_URL: 'http://localhost:3000', PARAGRAF_DEMO: 'yes' }).PARAGRAF_DEMO).toBeUndefined();
  for (const bad of [
    'https://u:p@a.pl',
    'https://a.pl/?x=1',
    'https://a.pl/#x',
    'http://a.pl',
    'a.pl',
    'https://a.pl/sub',
    'ftp://a.pl',
  ])
    expect(statesOf({ PUBLIC_URL: bad }).PUBLIC_URL, bad).toBe('bad');
});

test('each look at the machine has a good, and a bad answer that says what to do', () => {
  expect([checkNode('v20.18.1').state, checkNode('v20.19.0').state, checkNode('v24.1.0').state]).toEqual([
    'bad',
    'ok',
    'ok',
  ]);
  const gb = 1024 ** 3;
  expect(
    [
      checkMemory({ heapLimit: gb / 2, total: 8 * gb }),
      checkMemory({ heapLimit: 2 * gb, total: 8 * gb }),
      checkMemory({ heapLimit: 4 * gb, total: 4 * gb }),
    ].map(({ state }) => state),
  ).toEqual(['warn', 'ok', 'warn']);
  expect([0.1, 0.5, 5].map((free) => checkDisk({ free: free * gb, folder: 'data' }).state)).toEqual([
    'bad',
    'warn',
    'ok',
  ]);
  expect([checkMode({ mode: 0o40755, path: 'data' }).text, checkMode({ mode: 0o40700, path: 'data' }).state]).toEqual([
    'data can be read by other users of the machine: chmod -R go-rwx data',
    'ok',
  ]);
  expect([checkClock(0.5).state, checkClock(-10).state, checkClock(90).text]).toEqual([
    'ok',
    'warn',
    expect.stringContaining('90 s ahead of'),
  ]);
  expect(
    [['1'], ['1', '2'], ['1', '2', '3']].map((applied) => checkMigrations({ known: ['1', '2'], applied }).state),
  ).toEqual(['warn', 'ok', 'bad']);
});
