import { expect, test } from 'vitest';
import { admitsDemoPassword, makesDemo, type Settings } from './demonstration.server.ts';

test('a demonstration is made, and its password admits, only where nobody else can be meant or somebody asked for it', () => {
  const cases: [Settings, boolean, boolean][] = [
    [{}, true, true],
    [{ PUBLIC_URL: '' }, true, true],
    [{ PUBLIC_URL: 'http://localhost:3000' }, true, true],
    [{ PUBLIC_URL: 'http://127.0.0.1:3000/' }, true, true],
    [{ PUBLIC_URL: 'http://[::1]:3000' }, true, true],
    [{ DATABASE_URL: 'postgres://h/d' }, false, true],
    [{ PUBLIC_URL: 'https://konsultacje.jurowice.pl' }, false, false],
    [{ PUBLIC_URL: ' HTTPS://konsultacje.jurowice.pl ' }, false, false],
    [{ PUBLIC_URL: 'http://konsultacje.jurowice.pl' }, false, false],
    [{ PUBLIC_URL: 'https://localhost' }, false, false],
    [{ PUBLIC_URL: 'http://localhost.evil.pl' }, false, false],
    [{ PUBLIC_URL: 'konsultacje.jurowice.pl' }, false, false],
    [{ PUBLIC_URL: 'https://pokaz.pl', DATABASE_URL: 'postgres://h/d', PARAGRAF_DEMO: 'yes' }, true, true],
    [{ PUBLIC_URL: 'https://pokaz.pl', PARAGRAF_DEMO: 'no' }, false, false],
  ];
  for (const [env, makes, admits] of cases)
    expect([env, makesDemo(env), admitsDemoPassword(env)]).toEqual([env, makes, admits]);
});
