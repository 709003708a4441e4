import type { Request, Response as ServerAnswer } from 'express';
import { expect, test } from 'vitest';
import { isNobodys } from '#app/http/cookies.server.ts';
import { publicPages } from '#app/http/public-cache.server.ts';
import { publicRoutes } from '#app/http/public-routes.ts';
import { smallWorld } from '#tests/fixtures/small-world.ts';
import { brokenCookies, oddCookies, strangersCookies } from '#tests/setup/odd-cookies.ts';
import { rawRequest } from '#tests/setup/raw-request.ts';
import { routeAddresses } from '#tests/setup/route-addresses.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { testServer } from '#tests/setup/test-server.ts';

const db = await testDb();
const world = await smallWorld(db);
const { port, build, revisions } = await testServer(db);
const publicOnes = routeAddresses(build, world).filter(({ id }) => publicRoutes.has(id));
const name = 'Stranger Zofia Obca';
const get = (path: string, headers: Record<string, string | string[]> = {}, method = 'GET') =>
  rawRequest(port, path, { headers, method });
/** As node joins several headers of this name. */
const joined = (cookie: string | string[]) => [cookie].flat().join('; ');

async function eachAtOnce<T>(items: readonly T[], work: (item: T, at: number) => Promise<void>): Promise<void> {
  const queue = items.map((item, at) => ({ item, at }));
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await work(next.item, next.at);
    }),
  );
}

test('every spelling of a cookie of ours is somebody, and cookies of other programs are nobody', () => {
  for (const pair of [world.sessionCookie, world.embargoCookie]) {
    for (const cookie of [
      ...oddCookies(pair).map(joined),
      ...brokenCookies(pair).filter((each) => each.includes(pair)),
    ])
      expect([cookie.slice(0, 80), isNobodys(cookie)]).toEqual([cookie.slice(0, 80), false]);
  }
  for (const cookie of strangersCookies) expect([cookie, isNobodys(cookie)]).toEqual([cookie, true]);
});

/** Ways to say who asks that are no cookies. */
const proofs: Record<string, string>[] = [
  { authorization: 'Bearer x' },
  { authorization: '' },
  { authorization: 'Basic eDp5' },
  { authorization: 'Bearer x', cookie: 'a=1' },
];

/** Plainly, compressed in two ways, and by a tag that somebody had. */
function waysToAsk(tag: string | string[] | undefined): Record<string, string>[] {
  return [{}, { 'Accept-Encoding': 'br' }, { 'Accept-Encoding': 'gzip' }, { 'If-None-Match': String(tag ?? '*') }];
}

type Asked = { path: string; headers: Record<string, string>; method?: string };

/** The public pages alone, with a maker that notes what it is told; says whether they answered, and how. */
function watched(setCookie = false) {
  const told: string[] = [];
  const pages = publicPages({
    routes: build.routes,
    buildId: 'walk',
    revisions,
    render: async (...known) => {
      told.push(JSON.stringify(known));
      return {
        response: new Response('a page', {
          headers: { 'Content-Type': 'text/html', ...(setCookie ? { 'Set-Cookie': 'a=1' } : {}) },
        }),
        headers: {},
      };
    },
  });
  const ask = async ({ path, headers, method = 'GET' }: Asked) => {
    const sent = new Map<string, string>();
    let answered = false;
    const answer = {
      setHeader: (header: string, value: string) => void sent.set(header.toLowerCase(), String(value)),
      writeHead: (_status: number, given: Record<string, string>) => {
        for (const [header, value] of Object.entries(given)) sent.set(header.toLowerCase(), String(value));
        return answer;
      },
      end: () => void (answered = true),
    };
    await pages.middleware(
      { method, url: path, originalUrl: path, headers: { host: 'localhost', ...headers } } as unknown as Request,
      answer as unknown as ServerAnswer,
      () => undefined,
    );
    return { answered, cache: sent.get('cache-control'), etag: sent.get('etag'), setCookie: sent.get('set-cookie') };
  };
  return { told, ask, pages };
}

test('no spelling of a cookie, no token and no header gets into or out of the memory, on any public route, form, language or method', async () => {
  const { told, ask, pages } = watched();
  const spellings = [world.sessionCookie, world.embargoCookie].flatMap((pair) => [
    ...oddCookies(pair).map(joined),
    ...brokenCookies(pair),
  ]);
  for (const { id, fill } of publicOnes) {
    const forEverybody = publicRoutes.get(id)?.forEverybody;
    for (const path of [
      fill(),
      fill({}, 'en'),
      ...(forEverybody ? [] : [`${fill().replace(/^\/$/, '/_root')}.data`]),
      fill({ slug: world.scheduled }),
    ]) {
      for (const cookie of spellings) {
        for (const method of ['GET', 'HEAD']) {
          const given = await ask({ path, method, headers: { cookie } });
          if (forEverybody) continue;
          expect([path, method, cookie.slice(0, 60), given]).toEqual([
            path,
            method,
            cookie.slice(0, 60),
            { answered: false, cache: 'private, no-store', etag: undefined, setCookie: undefined },
          ]);
        }
      }
      for (const headers of proofs) {
        for (const method of ['GET', 'HEAD', 'POST', 'PUT'])
          expect([path, method, (await ask({ path, method, headers })).answered]).toEqual([path, method, false]);
      }
      const nobody = await ask({
        path,
        headers: {
          cookie: 'a=1',
          'x-forwarded-user': 'x',
          'x-original-url': '/konto',
          'accept-language': 'en',
          range: 'bytes=0-3',
          'x-http-method-override': 'POST',
        },
      });
      expect([path, nobody.answered, nobody.cache, nobody.setCookie]).toEqual([
        path,
        true,
        'public, no-cache',
        undefined,
      ]);
      const tokens = await ask({
        path: `${path}?token=${world.sessionCookie}&paragraf_embargo=x&secret=x&access_token=x&_data=root&_routes=root`,
        headers: {},
      });
      expect([path, tokens.etag]).toEqual([path, nobody.etag]);
    }
  }
  // Whoever makes a page is told its address and nothing else.
  expect(told.length).toBeGreaterThan(publicOnes.length);
  expect(told.filter((each) => /paragraf|bearer|cookie|token|x-|:\{/i.test(each))).toEqual([]);
  expect(told.every((each) => (JSON.parse(each) as unknown[]).length === 1)).toBe(true);
  expect(pages.store.entries).toBeGreaterThan(100);
});

test('an answer that sets a cookie is kept for nobody', async () => {
  const { ask, pages } = watched(true);
  for (const { fill } of publicOnes) expect((await ask({ path: fill(), headers: {} })).answered).toBe(false);
  expect(pages.store.entries).toBe(0);
});

test('on every public route the name of whoever is signed in, however the cookie is written, reaches nobody else', async () => {
  const spellings = oddCookies(world.sessionCookie);
  let known = 0;
  await eachAtOnce(publicOnes, async ({ id, fill, pattern }, at) => {
    const isFile = publicRoutes.get(id)?.forEverybody || /\.\w+$/.test(pattern);
    const path = isFile || fill() === '/' ? fill() : `${fill()}.data`;
    const before = await get(path);
    // Each spelling meets several routes of each kind; the test above asks every one of every route.
    for (const nth of [at, at + 17]) {
      const cookie = spellings[nth % spellings.length]!;
      const own = await get(path, { Cookie: cookie });
      if (own.body.includes(name)) known += 1;
      if (own.body.includes(name) || !publicRoutes.get(id)?.forEverybody)
        expect([path, cookie, String(own.headers['cache-control']).includes('no-store'), own.headers.etag]).toEqual([
          path,
          cookie,
          true,
          undefined,
        ]);
    }
    for (const headers of waysToAsk(before.headers.etag)) {
      const after = await get(path, headers);
      expect([path, headers, after.body.includes(name), after.headers['set-cookie'], after.headers.etag]).toEqual([
        path,
        headers,
        false,
        undefined,
        before.headers.etag,
      ]);
    }
    const head = await get(path, {}, 'HEAD');
    expect([path, head.body.length, head.headers['set-cookie'], head.headers.etag]).toEqual([
      path,
      0,
      undefined,
      before.headers.etag,
    ]);
  });
  // The walk is worth something only while the owner is known somewhere.
  expect(known).toBeGreaterThan(20);
});

test('an edition under embargo is found by nobody after its holder looked, however the holder writes the cookie', async () => {
  const spellings = oddCookies(world.embargoCookie);
  let seen = 0;
  await eachAtOnce(
    publicOnes.filter(({ pattern }) => /^(oceny|osadz)\/:slug/.test(pattern)),
    async ({ fill, pattern, id }, at) => {
      const isFile = publicRoutes.get(id)?.forEverybody || /\.\w+$/.test(pattern);
      const path = isFile ? fill({ slug: world.scheduled }) : `${fill({ slug: world.scheduled })}.data`;
      const before = await get(path);
      for (const nth of [0, at + 1]) {
        const holder = await get(path, { Cookie: spellings[nth % spellings.length]! });
        if (holder.status === 200 && before.status !== 200) seen += 1;
        for (const headers of [...waysToAsk(holder.headers.etag), { Authorization: `Bearer ${world.embargoCookie}` }]) {
          const later = await get(path, headers);
          expect([path, headers, later.status, later.headers['set-cookie']]).toEqual([
            path,
            headers,
            before.status,
            undefined,
          ]);
        }
        expect([path, (await get(path, {}, 'HEAD')).status]).toEqual([path, before.status]);
      }
    },
  );
  expect(seen).toBeGreaterThan(5);
});
