import { expect, test } from 'vitest';
import { smallWorld } from '#tests/fixtures/small-world.ts';
import { rawRequest } from '#tests/setup/raw-request.ts';
import { routeAddresses } from '#tests/setup/route-addresses.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { testServer } from '#tests/setup/test-server.ts';
import { takeComplaints } from '#tests/setup/vitest.ts';

const db = await testDb();
const world = await smallWorld(db);
const { port, build } = await testServer(db);
const addresses = routeAddresses(build, world);

/** Sent to every parameter of every path. */
const always = ['-'.repeat(36), '0'.repeat(36), '%F0%9F%92%A9', '2147483648'];
/** Each of these meets every route somewhere: they are dealt out in turn. */
const inTurn = [
  '%ed%a0%80', '%ff', '%', '%0a', '9'.repeat(400), '-1', '0', '99999999999999999999', '1e9', '%D9%A3', "'%20or%201=1--", '..%2f..%2fetc', '%20', '%E2%80%A8',
  'constructor', '__proto__', '1.5', 'a'.repeat(3_000), '00000000-0000-0000-0000-00000000000g', '%EF%BF%BE', '%5B%5D', '%E2%80%AE1',
];

/** Asks many at a time; names those that broke. */
async function broken(asked: { path: string; method?: string; headers?: Record<string, string>; body?: string }[]): Promise<string[]> {
  const failed: string[] = [];
  const queue = [...asked];
  const worker = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { status } = await rawRequest(port, next.path, next);
      if (status >= 500 && status !== 501) failed.push(`${status} ${next.method ?? 'GET'} ${next.path.slice(0, 120)} ${next.headers?.Cookie ? 'signed in' : ''}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return [...failed, ...takeComplaints()];
}

const signedIn = { Cookie: world.sessionCookie };

test('nonsense in any part of any address is no failure of the server, signed in or not', async () => {
  let turn = 0;
  const asked = addresses.flatMap(({ names, fill }) => names.flatMap((name) => [...always, ...Array.from({ length: 3 }, () => inTurn[turn++ % inTurn.length]!)].map((value, at) => {
    const path = fill({ [name]: value }, at % 3 === 0 ? 'en' : 'pl');
    return at % 2 === 0 || /urzad|zespol|konto|skrzynka/.test(path) ? { path, headers: signedIn } : { path };
  })));
  expect(await broken(asked)).toEqual([]);
});

const parameters = [
  'strona', 'uwagi', 'watek', 'kolejnosc', 'nr', 'stan', 'wersja', 'od', 'do', 'wydanie', 'widok', 'q', 'woj', 'gmina', 'pytanie', 'wskaznik', 'pismo', 'wiersz', 'j', 'zmiana', 'z', 'zn', 'jednostka', 'grupa', 'kanal',
  'uwaga', 'druk', 'op', 'cytat', 'ponownie', 'dalej', 'sort', 'w-T', 'a', 'x', 'y', 'limit', 'cursor', 'lang', 'url', 'maxwidth', 'format', 'uklad', 'poprawki', 'zespol', 'podpowiedz', 'info', '_routes', '__proto__', 'nr[]',
];

test('nonsense in any parameter of any address is no failure of the server', async () => {
  const together = (value: string) => parameters.map((name) => `${name}=${value}`).join('&');
  const values = [...always, ...inTurn].filter((value) => value.length < 200);
  const asked = addresses.flatMap(({ pattern, fill }, at) => values.flatMap((value, nth) => {
    // All parameters at once, the values in turn: the page and its data.
    if ((at + nth) % 13 !== 0) return [];
    const path = fill({}, nth % 2 === 0 ? 'pl' : 'en');
    const isFile = /\.\w+$/.test(pattern);
    return [{ path: `${path}?${together(value)}&${together('')}`, headers: signedIn }, { path: `${isFile || path === '/' ? path : `${path}.data`}?${together(value)}` }];
  }));
  expect(await broken(asked)).toEqual([]);
});

test('an odd method is refused, whatever the address', async () => {
  const asked = addresses.flatMap(({ fill }) => ['TRACE', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'SEARCH', 'POST'].flatMap((method, at) =>
    [{ path: fill(), method, headers: { 'Content-Length': '0', ...(at % 2 === 0 ? signedIn : {}) } }]));
  expect(await broken(asked)).toEqual([]);
  for (const method of ['TRACE', 'PROPFIND']) for (const path of ['/', '/api/v1/consultations', '/konsultacje/zasady']) expect((await rawRequest(port, path, { method })).status).toBe(405);
});
