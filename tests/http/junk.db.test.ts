import { connect } from 'node:net';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { publicRoutes } from '#app/http/public-routes.ts';
import { hashPassword } from '#app/people/password.server.ts';
import { smallWorld } from '#tests/fixtures/small-world.ts';
import { fieldsOfForms } from '#tests/setup/form-fields.ts';
import { rawRequest } from '#tests/setup/raw-request.ts';
import { routeAddresses } from '#tests/setup/route-addresses.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { testServer } from '#tests/setup/test-server.ts';
import { takeComplaints } from '#tests/setup/vitest.ts';
import { routeFiles } from '../../scripts/route-files.mjs';

const db = await testDb();
const world = await smallWorld(db);
await db.user.update({
  where: { id: world.stranger.id },
  data: { passwordHash: await hashPassword('jakieś dobre hasło') },
});
const { port, build } = await testServer(db);
const addresses = routeAddresses(build, world);

/** Most often what is broken: two of these go to every parameter of every path. */
const always = ['-'.repeat(36), '0'.repeat(36), '%F0%9F%92%A9', '2147483648'];
/** Each of these meets every route somewhere: they are dealt out in turn. */
const inTurn = [
  '%ed%a0%80',
  '%ff',
  '%',
  '%0a',
  '%00',
  '%c0%af',
  '%e0%80%af',
  '%f8%80%80%80%af',
  '9'.repeat(400),
  '-1',
  '-9223372036854775809',
  '0',
  '99999999999999999999',
  '1e9',
  '1e999',
  '%D9%A3',
  "'%20or%201=1--",
  '..%2f..%2fetc',
  '%20',
  '%E2%80%A8',
  'constructor',
  '__proto__',
  '1.5',
  'a'.repeat(8_000),
  '00000000-0000-0000-0000-00000000000g',
  '%EF%BF%BE',
  '%5B%5D',
  '%E2%80%AE1',
  '0000-00-00',
  '9999999-01-01',
  '2026-02-30',
  '-271821-04-20',
  '%5Bobject%20Object%5D',
  'NaN',
];
const dealt = dealer(inTurn);
const oftenDealt = dealer(always);

/** The values one after the other, for ever. */
function dealer<T>(values: readonly T[]): (count: number) => T[] {
  let at = 0;
  return (count) => Array.from({ length: count }, () => values[at++ % values.length]!);
}

type Asked = { path: string; method?: string; headers?: Record<string, string>; body?: string };

/** Asks many at a time; names those that broke. */
async function broken(asked: readonly Asked[]): Promise<string[]> {
  const failed: string[] = [];
  const queue = [...asked];
  const worker = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { status } = await rawRequest(port, next.path, next);
      if (status >= 500 && status !== 501)
        failed.push(
          `${status} ${next.method ?? 'GET'} ${next.path.slice(0, 120)} ${next.body?.slice(0, 120) ?? ''} ${next.headers?.Cookie ? 'signed in' : ''}`,
        );
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return [...failed, ...takeComplaints()];
}

const signedIn = { Cookie: world.sessionCookie };
const isFile = (pattern: string) => /\.\w+$/.test(pattern) || /^(api|pliki|osadz|oembed|robots|sitemap)/.test(pattern);
/** What its own loader or action says, without the frame of the site and without a page drawn. */
const dataOf = (path: string, { pattern, id }: { pattern: string; id: string }) =>
  isFile(pattern) || path === '/' || path === '/en' ? `${path}?` : `${path}.data?_routes=${encodeURIComponent(id)}&`;

/** Routes are named by their files alone, whatever folder they stand in. */
const routeIdOf = (file: string) => `routes/${file.slice(file.lastIndexOf('/') + 1).replace(/\.tsx?$/, '')}`;

test('nonsense in any part of any address is no failure of the server, signed in or not', async () => {
  const asked = addresses.flatMap(({ fill, names, ...route }) =>
    names.flatMap((name) =>
      [...oftenDealt(2), ...dealt(3)].map((value, at): Asked => {
        const path = fill({ [name]: value }, at % 3 === 0 ? 'en' : 'pl');
        const own = at % 2 === 0 || /urzad|zespol|konto|skrzynka/.test(path) ? { headers: signedIn } : {};
        // One page of each is drawn, errors and all; of the others the data is enough.
        return { path: at === 2 ? path : dataOf(path, route), ...own };
      }),
    ),
  );
  expect(asked.length).toBeGreaterThan(addresses.length * 4);
  expect(await broken(asked)).toEqual([]);
});

/** Names of parameters that anything in the program reads, and some that nothing does. */
const parameters = [
  ...new Set([
    ...[...publicRoutes.values()].flatMap(({ reads }) =>
      reads.flatMap(([name]) => (typeof name === 'string' ? [name] : [])),
    ),
    ...[...routeFiles().values()].flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /(?:searchParams\.(?:get|getAll|has)\(|(?:versionNumber|pageNumber)\(url, )'([^']+)'/g,
        ),
      ].map(([, name = '']) => name),
    ),
    'w-T',
    'limit',
    'cursor',
    'lang',
    'url',
    'maxwidth',
    'format',
    'uklad',
    'zespol',
    'podpowiedz',
    'info',
    '_routes',
    '__proto__',
    'nr[]',
    'nr[0]',
    'nr[a][b]',
    'index',
  ]),
];

test('nonsense in any parameter of any address is no failure of the server', async () => {
  const long = dealer(parameters);
  const together = (value: string) => parameters.map((name) => `${name}=${value}`).join('&');
  const short = dealer([...always, ...inTurn].filter((value) => value.length < 200));
  const asked = addresses.flatMap((route, at): Asked[] => {
    const { fill } = route;
    const [lang, path] = [at % 2 === 0 ? ('pl' as const) : ('en' as const), fill()];
    const drawn = short(1).map((value) => ({
      path: `${fill({}, lang)}?${together(value)}&${together('')}`,
      headers: signedIn,
    }));
    const data = short(3).map((value, nth) => ({
      path: `${dataOf(path, route)}${together(value)}&${together(value)}`,
      ...(nth === 0 ? {} : { headers: signedIn }),
    }));
    // One of 8 kB, and the same name hundreds of times.
    const [name = ''] = long(1);
    const wide = [`${name}=${'9'.repeat(8_000)}`, Array.from({ length: 700 }, () => `${name}=1`).join('&')].map(
      (query) => ({ path: `${dataOf(path, route)}${query}`, headers: signedIn }),
    );
    return [...drawn, ...data, ...wide];
  });
  expect(parameters.length).toBeGreaterThan(40);
  expect(await broken(asked)).toEqual([]);
});

test('nonsense in any field of any form is no failure of the server', async () => {
  const usual = {
    intent: '',
    revision: '1',
    version: '1',
    decision: 'accepted',
    reason: 'Bo tak.',
    code: '1',
    base: '00000000-0000-7000-8000-000000000000',
    op: 'replace',
    consent: 'yes',
    name: 'Jan',
    email: 'jan@x.example',
  };
  const values = dealer(
    [...always, ...inTurn]
      .filter((value) => value.length < 1_000)
      .map((value) => {
        try {
          return decodeURIComponent(value);
        } catch (error) {
          if (error instanceof URIError) return value;
          throw error;
        }
      }),
  );
  const byId = new Map(addresses.map((address) => [address.id, address]));
  // Those that end a session or an account would make strangers of all who come after.
  const every = fieldsOfForms().filter(
    ({ file, intent }) => !/zamkniecie|wyloguj/.test(file) && intent !== 'end-all' && intent !== 'end-session',
  );
  // Each field once, with the buttons of its page in turn.
  const byField = new Map<string, typeof every>();
  for (const each of every)
    byField.set(`${each.file} ${each.field}`, [...(byField.get(`${each.file} ${each.field}`) ?? []), each]);
  const fields = [...byField.values()].map((ones, at) => ones[at % ones.length]!);
  let nth = 0;
  const asked = fields.flatMap(({ file, field, intent }): Asked[] => {
    const address = byId.get(routeIdOf(file));
    if (!address) throw new Error(`no route of ${file}`);
    const send = (body: string): Asked => ({
      path: dataOf(address.fill(), address),
      method: 'POST',
      headers: { ...signedIn, 'Content-Type': 'application/x-www-form-urlencoded' },
      body,
    });
    const form = (value: string) => String(new URLSearchParams({ ...usual, intent, [field]: value }));
    // Alone, and more than once: the next field has the other way.
    const [one = ''] = values(1);
    nth += 1;
    return [send(nth % 3 === 0 ? `${form(one)}&${field}=${encodeURIComponent(one)}&${field}%5B%5D=1` : form(one))];
  });
  // Bytes that are no UTF-8, and no form at all, where a form is expected.
  const raw = [...byId.values()]
    .filter(({ id }) => fields.some(({ file }) => id === routeIdOf(file)))
    .flatMap((route) =>
      ['%ff=%ff&intent=%c0%af', 'intent=%00&%00=1', '=&&&==', '{"intent":1}'].map((body, at): Asked => ({
        path: dataOf(route.fill(), route),
        method: 'POST',
        headers: { ...signedIn, 'Content-Type': at === 3 ? 'application/json' : 'application/x-www-form-urlencoded' },
        body,
      })),
    );
  expect(fields.length).toBeGreaterThan(300);
  expect(await broken([...asked, ...raw])).toEqual([]);
});

test('an odd method is refused, whatever the address', async () => {
  const odd = dealer([
    'TRACE',
    'OPTIONS',
    'PUT',
    'PATCH',
    'DELETE',
    'PROPFIND',
    'SEARCH',
    'POST',
    'MKCOL',
    'LOCK',
    'PURGE',
    'M-SEARCH',
  ]);
  const asked = addresses.flatMap(({ fill }) =>
    odd(4).map((method, at): Asked => ({
      path: fill(),
      method,
      headers: { 'Content-Length': '0', ...(at % 2 === 0 ? signedIn : {}) },
    })),
  );
  expect(await broken(asked)).toEqual([]);
  for (const method of ['TRACE', 'PROPFIND'])
    for (const path of ['/', '/api/v1/consultations', '/konsultacje/zasady'])
      expect((await rawRequest(port, path, { method })).status).toBe(405);
});

/** First line of the answer to bytes as they stand; empty where the connection was closed without one. */
function firstLine(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    // Nothing more will come: a server that waits for the rest of it need not wait.
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes, 'latin1'));
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on('data', (piece) => {
      answer += piece.toString('latin1');
      if (answer.includes('\r\n')) socket.destroy();
    });
    // A server may close on nonsense before all of it was sent.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
  });
}

test('what is no request at all is refused or closed, and the next one is answered', async () => {
  const methods = [
    'CONNECT',
    'get',
    'Get',
    'trace',
    'FOO',
    'X'.repeat(5_000),
    'GET\t',
    ' GET',
    '',
    'G\u0000T',
    '\u00ff\u00fe',
    'GET,POST',
  ];
  for (const method of methods) {
    for (const target of ['/', '/pomoc', '/api/v1/consultations', '*', 'localhost:80']) {
      const line = await firstLine(`${method} ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
      expect([method.slice(0, 10), target, /^$|^HTTP\/1\.1 (4\d\d|501)/.test(line), line.slice(0, 40)]).toEqual([
        method.slice(0, 10),
        target,
        true,
        line.slice(0, 40),
      ]);
    }
  }
  for (const bytes of [
    '\r\n\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'GET /\r\n\r\n',
    `GET /${'a'.repeat(70_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(70_000)}\r\n\r\n`,
    'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
    'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
  ]) {
    expect(await firstLine(bytes)).toMatch(/^$|^HTTP\/1\.1 (4\d\d|5(01|05))/);
  }
  expect((await rawRequest(port, '/pomoc')).status).toBe(200);
  expect(takeComplaints()).toEqual([]);
});
