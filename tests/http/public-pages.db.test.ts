import { expect, test } from 'vitest';
import { setSupport } from '#app/drafting/talk/set-support.server.ts';
import { publicRoutes } from '#app/http/public-routes.ts';
import { embargoCookieName, sessionCookie } from '#app/http/session.server.ts';
import { smallWorld } from '#tests/fixtures/small-world.ts';
import { rawRequest, type RawAnswer } from '#tests/setup/raw-request.ts';
import { routeAddresses } from '#tests/setup/route-addresses.ts';
import { sourceBuild } from '#tests/setup/route-modules.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { testServer } from '#tests/setup/test-server.ts';

const db = await testDb();
const world = await smallWorld(db);
const build = await sourceBuild();
const made = new Map<string, number>();

/** Counts how often each route was asked to make something. */
for (const [id, route] of Object.entries(build.routes)) {
  const loader = route?.module.loader;
  if (!route || !loader || id === 'root') continue;
  route.module = { ...route.module, loader: (args) => (made.set(id, (made.get(id) ?? 0) + 1), loader(args)) };
}
const { port } = await testServer(db, build);
const addresses = routeAddresses(build, world);
const publicOnes = addresses.filter(({ id }) => publicRoutes.has(id));

async function eachAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next);
    }),
  );
}

const get = (path: string, headers: Record<string, string | string[]> = {}) => rawRequest(port, path, { headers });
const isKept = ({ headers }: RawAnswer) => headers.etag !== undefined;
const name = 'Stranger Zofia Obca';

test('whoever is signed in gets no kept page, and his own is not kept, on any public route', async () => {
  await eachAtOnce(publicOnes, async ({ id, fill }) => {
    const path = fill();
    const before = await get(path);
    const own = await get(path, { Cookie: world.sessionCookie });
    const after = await get(path);
    expect([id, before.status < 500, before.body.includes(name), after.body.includes(name)]).toEqual([
      id,
      true,
      false,
      false,
    ]);
    if (!publicRoutes.get(id)?.forEverybody)
      expect([id, String(own.headers['cache-control']).includes('no-store'), isKept(own)]).toEqual([id, true, false]);
    expect([id, after.headers['set-cookie']]).toEqual([id, undefined]);
    if (before.status === 200) {
      expect([id, before.headers['cache-control'], String(before.headers.vary).includes('Cookie')]).toEqual([
        id,
        'public, no-cache',
        !publicRoutes.get(id)?.forEverybody,
      ]);
      expect([id, after.headers.etag === before.headers.etag, after.body.equals(before.body)]).toEqual([
        id,
        true,
        true,
      ]);
      expect([id, (await get(path, { 'If-None-Match': String(before.headers.etag) })).status]).toEqual([id, 304]);
    }
  });
});

test('a table comes in the form that its address asks for, and the same table is the same file', async () => {
  const table = '/konsultacje/zasady/raport.csv';
  const plain = await get(table);
  const xlsx = await get(`${table}?format=xlsx`);
  expect([xlsx.status, xlsx.headers['content-type'], xlsx.headers['content-disposition']]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    expect.stringContaining('filename="raport-zasady.xlsx"'),
  ]);
  expect((await get(`/en${table}?format=xlsx`)).body.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  const excel = await get(`${table}?format=excel`);
  expect(excel.body.toString().split('\r\n')[0]).toBe(plain.body.toString().split('\r\n')[0]?.replaceAll(',', ';'));
  expect((await get(`${table}?format=ods`)).body.equals(plain.body)).toBe(true);
});

test('who holds a link under embargo finds the edition, and tells no search engine', async () => {
  const file = `/oceny/${world.scheduled}.csv`;
  expect([
    (await get(file)).status,
    (await get(file, { Cookie: world.embargoCookie })).status,
    (await get(file)).status,
  ]).toEqual([404, 200, 404]);
  expect((await get(`/oceny/${world.scheduled}`, { Cookie: world.embargoCookie })).headers['x-robots-tag']).toContain(
    'noindex',
  );
});

test('parameters that a route does not read, their order and repetitions make nothing anew', async () => {
  await eachAtOnce(publicOnes, async ({ id, fill }) => {
    const path = fill();
    const plain = await get(path);
    if (plain.status !== 200) return;
    const before = made.get(id);
    const bare = new Set([
      ...Array.from({ length: 3 }, (_, n) => `${path}?utm_source=${n}&fbclid=${n}&junk=${n}`),
      `${path}?`,
      `${path}?&&`,
      `${path}?info=nonsense`,
      `${path}?strona=x&strona=2`,
      `${path}?%ff=%`,
      `${path}?w-=1&w-%00`.replace('%00', 'zz9'),
    ]);
    const answers = await Promise.all([...bare].map((each) => get(each)));
    expect([id, made.get(id)]).toEqual([id, before]);
    for (const answer of answers)
      expect([id, answer.headers.etag, answer.body.equals(plain.body)]).toEqual([id, plain.headers.etag, true]);
  });
});

test('other ways to write an address make nothing anew', async () => {
  const plain = await get('/konsultacje/zasady');
  const before = made.get('routes/($lang).konsultacje.$slug._index');
  for (const written of [
    '/konsultacje/zasady/',
    '/%6Bonsultacje/zasady',
    '//konsultacje//zasady',
    '/KONSULTACJE/zasady',
    '/konsultacje/%7Aasady',
  ])
    expect([written, (await get(written)).body.equals(plain.body)]).toEqual([written, true]);
  expect(made.get('routes/($lang).konsultacje.$slug._index')).toBe(before);
});

test('many who ask for one page at once are one who asks; a parameter that the route reads is another page', async () => {
  const id = 'routes/($lang).konsultacje.$slug.raport[.]csv';
  await setSupport(db, { viewer: world.stranger, slug: 'zasady', number: 1, stance: 'objection' });
  const before = made.get(id) ?? 0;
  const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => get(`/konsultacje/zasady/raport.csv?q=${n}`)));
  expect([made.get(id), new Set(answers.map(({ status }) => status))]).toEqual([before + 1, new Set([200])]);
  expect((await get('/konsultacje/zasady/uwagi?stan=open')).headers.etag).not.toBe(
    (await get('/konsultacje/zasady/uwagi')).headers.etag,
  );
});

test('a voice changes the pages that show it and leaves texts and pages about the site as they are; repeated, it writes nothing', async () => {
  const shows = ['/', '/konsultacje/zasady', '/konsultacje/zasady/uwagi/1'];
  const keeps = [
    '/pomoc',
    '/konsultacje/zasady/tekst.txt',
    '/konsultacje/zasady/tekst.docx',
    '/konsultacje/zasady/wersje',
    `/oceny/${world.edition}`,
    '/metodyka',
    '/katalog.ttl',
    '/sitemap.xml',
  ];
  const tags = (paths: string[]) => Promise.all(paths.map(async (path) => (await get(path)).headers.etag));
  const [shown, kept] = [await tags(shows), await tags(keeps)];
  const state = async () => [
    await db.event.count(),
    await db.revisionRaise.count(),
    await db.limitCount.count(),
    (await db.support.findMany()).length,
  ];
  await setSupport(db, { viewer: world.stranger, slug: 'zasady', number: 1, stance: 'support' });
  const after = await state();
  expect((await tags(shows)).map((tag, at) => tag === shown[at])).toEqual(shows.map(() => false));
  expect(await tags(keeps)).toEqual(kept);
  const again = await tags(shows);
  for (let n = 0; n < 3; n += 1)
    await setSupport(db, { viewer: world.stranger, slug: 'zasady', number: 1, stance: 'support' });
  expect(await state()).toEqual(after);
  expect(await tags(shows)).toEqual(again);
});

test('a page is sent compressed to whoever takes that, and the plain bytes to others', async () => {
  const plain = await get('/pomoc');
  for (const [accepted, packing] of [
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', undefined],
    ['x'.repeat(300), undefined],
  ] as const) {
    const answer = await get('/pomoc', { 'Accept-Encoding': accepted });
    expect([answer.headers['content-encoding'], answer.headers.etag]).toEqual([packing, plain.headers.etag]);
    expect(answer.body.length < plain.body.length).toBe(packing !== undefined);
  }
  const head = await rawRequest(port, '/pomoc', { method: 'HEAD' });
  expect([head.status, head.body.length, head.headers['content-length']]).toEqual([
    200,
    0,
    plain.headers['content-length'],
  ]);
});

test('no page is made of the name it was asked by, and foreign names are not answered', async () => {
  for (const host of [
    'evil.example',
    'localhost.evil.example',
    'evil.example:80',
    '127.0.0.1.evil.example',
    'localhost.',
    '128.0.0.1',
    '[::2]',
    '0.0.0.0',
    '2130706433',
    '0x7f.1',
    '127.0.0.256',
  ]) {
    const answer = await get('/pomoc', { Host: host });
    expect([host, answer.status, answer.body.includes('PUBLIC_URL'), answer.body.includes('evil')]).toEqual([
      host,
      421,
      true,
      false,
    ]);
  }
  for (const host of [
    'localhost@evil.example',
    'evil example',
    'localhost/evil',
    'a:b',
    'localhost:99999',
    'localhost:80:80',
    '%00',
    '<script>',
    'ąć'.replace(/./gu, '\u00b1'),
    'x'.repeat(300),
  ]) {
    const answer = await get('/pomoc', { Host: host });
    expect([host, answer.status]).toEqual([host, 400]);
  }
  for (const host of ['localhost', 'LOCALHOST:8080', '127.0.0.1', '127.8.9.1:3000', '[::1]:3000']) {
    const answer = await get(`/osadz/${world.edition}`, {
      Host: host,
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'gopher',
    });
    expect([host, answer.status, answer.body.includes('evil'), answer.body.includes('http://localhost:3000')]).toEqual([
      host,
      200,
      false,
      true,
    ]);
  }
  expect((await rawRequest(port, 'http://evil.example/pomoc')).status).toBe(400);
});

test('forms are taken from our own names only', async () => {
  const send = (headers: Record<string, string>) =>
    rawRequest(port, '/wyloguj', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      body: '',
    });
  expect((await send({ Host: 'localhost:8080', Origin: 'http://localhost:8080' })).status).toBe(303);
  expect((await send({ Origin: 'http://evil.example' })).status).toBe(403);
  // Nobody vouches for this header: no proxy is trusted.
  expect((await send({ Origin: 'http://evil.example', 'X-Forwarded-Host': 'evil.example' })).status).toBe(403);
});

test('a mail program takes its reader off a list with one request, which tells no page of its own', async () => {
  const { id } = await db.edition.findUniqueOrThrow({ where: { slug: world.scheduled }, select: { id: true } });
  const kept = {
    editionId: id,
    email: 'lista@press.example',
    secretHash: 'x',
    leaveSecret: 'one-click',
    askedAt: new Date(),
  };
  await db.pressSubscription.create({ data: kept });
  const send = (body: string) =>
    rawRequest(port, `/oceny/${world.scheduled}/prasa/wypisz/one-click`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'User-Agent': 'mail program' },
      body,
    });
  const ended = async () => (await db.pressSubscription.findUnique({ where: { leaveSecret: 'one-click' } }))?.endedAt;
  expect(await ended()).toBeNull();
  const answer = await send('List-Unsubscribe=One-Click');
  expect([answer.status, answer.headers.location]).toEqual([200, undefined]);
  const first = await ended();
  expect(first).toBeInstanceOf(Date);
  expect((await send('List-Unsubscribe=One-Click')).status).toBe(200);
  expect(await ended()).toEqual(first);
});

test('the names of our cookies begin as the reading of cookies expects', () => {
  expect([sessionCookie.name, embargoCookieName].every((each) => each.startsWith('paragraf_'))).toBe(true);
});
