import { expect, test } from 'vitest';
import { freePort } from '#tests/setup/free-port.ts';
import { complaintAbout } from './check-server.server.ts';
import { withPostgres } from './postgres.server.ts';

const good = { version: 150_004, encoding: 'UTF8', standby: false, readOnly: false };

test('a server that the program cannot work on is named in one sentence', () => {
  expect(complaintAbout(good)).toBeNull();
  expect(complaintAbout({ ...good, version: 180_000 })).toBeNull();
  expect(complaintAbout({ ...good, version: 140_019 })).toBe(
    'the database server is PostgreSQL 14; this program needs 15 or newer',
  );
  expect(complaintAbout({ ...good, encoding: 'LATIN2' })).toMatch(/LATIN2/);
  expect(complaintAbout({ ...good, standby: true })).toMatch(/standby/);
  expect(complaintAbout({ ...good, readOnly: true })).toMatch(/read-only/);
});

test('an address of no database is answered in one sentence without its password', async () => {
  const port = await freePort();
  const addresses: [string, RegExp][] = [
    ['mysql://ala:sekret@localhost/x', /must begin with postgres/],
    [`postgres://ala:sekret@127.0.0.1:${port}/x`, /no database server answers/],
    [`postgres://ala:sekret@localhost:${port}/x`, /no database server answers/],
    ['postgres://ala:sek%ret@127.0.0.1:port/x', /cannot be read/],
    ['postgres://', /^[^\n]+$/],
  ];
  for (const [url, words] of addresses) {
    const error: unknown = await withPostgres(url, async () => 'connected').catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(Error);
    const { message } = error as Error;
    expect([url, words.test(message), message.includes('sek'), message.includes('\n')]).toEqual([
      url,
      true,
      false,
      false,
    ]);
  }
});
