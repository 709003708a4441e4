import { z } from 'zod';
import { beforeAll, expect, test } from 'vitest';
import { previewPublication } from '#app/monitoring/publication/preview-publication.server.ts';
import { publishEdition } from '#app/monitoring/publication/publish-edition.server.ts';
import { fileExample, makeEdition, makeTeam, method } from '#tests/fixtures/monitoring-team.ts';
import {
  closesAt,
  codes,
  decide,
  during,
  filed,
  makeConsultation,
  makePerson,
  teryt,
} from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { answerApi, type ApiAnswer } from './answer.server.ts';
import { endpoints } from './endpoints.server.ts';
import { webhookEvents } from '#app/openness/webhooks/events.ts';
import { openApiDocument } from './openapi.server.ts';
import { createToken } from './tokens/create-token.server.ts';
import { revokeToken } from './tokens/revoke-token.server.ts';

const db = await testDb();
const slug = 'zasady';
let edition = '';
let anna: Awaited<ReturnType<typeof makePerson>>;
let secret = '';

beforeAll(async () => {
  const { official } = await makeConsultation(db, slug);
  anna = await makePerson(db, 'Anna');
  const spokesman = await makePerson(db, 'Jan', { role: 'representative', organisation: 'Jawne Jurowice' });
  const first = await filed(db, {
    slug,
    viewer: anna,
    code: codes.term,
    text: 'Konsultacje trwają co najmniej 21 dni.',
  });
  await filed(db, { slug, viewer: spokesman, code: codes.notice, op: 'none', reason: 'A internet?' });
  await filed(db, { slug, viewer: anna, code: codes.report, op: 'delete' });
  await decide(db, { slug, viewer: official, number: first, decision: 'accepted' });
  await db.coveredText.create({
    data: {
      teryt,
      tableName: 'Remark',
      rowId: (await db.remark.findFirstOrThrow({ where: { number: 2 } })).id,
      columnName: 'reason',
      original: 'TAJNE SŁOWA',
    },
  });
  await db.filing.updateMany({ data: { contactEmail: 'tajne@example.org', contactAddress: 'Tajna 1' } });
  const consultation = await db.consultation.findFirstOrThrow({ where: { slug } });
  await db.report.create({
    data: {
      teryt,
      consultationId: consultation.id,
      number: 1,
      version: 2,
      json: { schema: 'x', lines: [] },
      hash: 'a'.repeat(64),
      madeById: official.id,
      madeByName: 'Marta',
    },
  });
  const team = await makeTeam(db);
  const made = await makeEdition(db, { ...team, teryts: ['9902012', '9902022'] });
  edition = made.slug;
  await fileExample(db, { viewer: team.member, slug: edition, teryt: '9902012', methodology: made.methodology });
  const { stamp } = await previewPublication(db, { viewer: team.lead, slug: edition });
  await publishEdition(db, { viewer: team.lead, slug: edition, stamp });
  const token = await createToken(db, {
    viewer: anna,
    name: 'skrypt',
    days: 30,
    scopes: ['remarks:write'],
    now: during,
  });
  if (!token.ok) throw new Error(token.error.code);
  secret = token.value.secret;
});

type Given = {
  method?: string;
  query?: string;
  token?: string | null;
  key?: string | null;
  body?: unknown;
  now?: Date;
};

function ask(
  path: string,
  { method = 'GET', query = '', token = null, key = null, body, now = during }: Given = {},
): Promise<ApiAnswer> {
  return answerApi(
    db,
    {
      method,
      path,
      query: new URLSearchParams(query),
      authorization: token === null ? null : `Bearer ${token}`,
      idempotencyKey: key,
      readBody: async () => body,
    },
    now,
  );
}

/** What a path is asked with. A new path without values here fails the test. */
const values: Record<string, string> = {
  slug,
  number: '1',
  code: String(codes.term),
  teryt,
  key: method.key,
  version: method.version,
};

function pathOf(pattern: string): string {
  return pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'slug' && pattern.startsWith('/editions')) return edition;
    if (name === 'teryt' && pattern.startsWith('/editions')) return '9902012';
    return values[name] ?? `no-value-for-${name}`;
  });
}

/** Checks by the description that programs read, not by the schemas it was made of. */
function checkByDescription(pattern: string, method: string, answer: ApiAnswer): void {
  const document = openApiDocument() as unknown as {
    paths: Record<
      string,
      Record<string, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>
    >;
    components: { schemas: object };
  };
  const response = document.paths[pattern]?.[method]?.responses[answer.status];
  const media = response?.content?.[answer.type];
  expect(media, `${method} ${pattern} is described to answer ${answer.status} with ${answer.type}`).toBeDefined();
  // References of the description point to its components; on its own a schema keeps them as definitions.
  const alone = JSON.parse(
    JSON.stringify({ ...media?.schema, $defs: document.components.schemas }).replaceAll(
      '#/components/schemas/',
      '#/$defs/',
    ),
  ) as Parameters<typeof z.fromJSONSchema>[0];
  const read = z.fromJSONSchema(alone).safeParse(JSON.parse(JSON.stringify(answer.body)));
  expect(read.error?.issues ?? [], `${method} ${pattern}`).toEqual([]);
}

const reading = endpoints.filter((endpoint) => endpoint.method === 'get');
const change = (revision: string, words = 'Ogłoszenie zamieszcza się w internecie.') => ({
  op: 'replace',
  clause: codes.notice,
  revision,
  text: words,
});
const letter = (revision: string, words?: string) => ({
  points: [{ reason: 'Tablicy nikt nie czyta.', changes: [change(revision, words)] }],
});
const revisionOf = async (code: number) =>
  ((await ask(`/consultations/${slug}/clauses/${code}`)).body as { revision: string }).revision;

test.each(reading.map(({ path, id }) => [id, path]))(
  '%s answers as it is described, in both languages',
  async (_id, path) => {
    for (const query of ['', 'lang=en']) {
      const answer = await ask(pathOf(path), { query });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      checkByDescription(path, 'get', answer);
      const list = answer.body as { items?: unknown[] };
      if (list.items) expect(list.items.length, `${path} has something in it`).toBeGreaterThan(0);
    }
  },
);

test.each(reading.map(({ path, id }) => [id, path]))(
  '%s refuses what is not there and what is misspelt with a problem',
  async (_id, path) => {
    const bad = await ask(pathOf(path), { query: 'lang=de' });
    expect(bad).toMatchObject({
      status: 400,
      type: 'application/problem+json',
      body: { code: 'bad-request', errors: [{ in: 'query', name: 'lang' }] },
    });
    checkByDescription(path, 'get', bad);
    if (!path.includes('{')) return;
    const missing = await ask(
      path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        name === 'teryt' ? '0000000' : name === 'number' || name === 'code' ? '999' : 'nie-ma',
      ),
    );
    expect(missing).toMatchObject({ status: 404, body: { code: 'not-found' } });
    checkByDescription(path, 'get', missing);
  },
);

test('neither contacts nor words before they were blacked out nor names of private people are in any answer', async () => {
  const answers = await Promise.all(reading.map(({ path }) => ask(pathOf(path))));
  const all = JSON.stringify(answers);
  expect(all).not.toMatch(/tajn/i);
  expect(all).not.toContain(anna.email);
  expect(JSON.stringify((await ask(`/consultations/${slug}/remarks`)).body)).not.toContain('Anna');
  expect(all).toContain('Jawne Jurowice');
});

test('a walk by cursors gives every remark once, also when one is added on the way, and filters stay', async () => {
  const seen: number[] = [];
  let query = 'limit=1&kind=amendment&lang=en';
  for (let step = 0; step < 10; step += 1) {
    const { items, nextCursor, next } = (await ask(`/consultations/${slug}/remarks`, { query })).body as {
      items: { number: number }[];
      nextCursor: string | null;
      next: string | null;
    };
    seen.push(...items.map(({ number }) => number));
    if (step === 0) await filed(db, { slug, viewer: await makePerson(db, 'Ewa'), code: codes.last, op: 'delete' });
    if (nextCursor === null) break;
    query = new URL(next ?? '').search.slice(1);
  }
  expect(seen).toEqual([1, 3, 4]);
});

test('clauses stay with the version a walk began in', async () => {
  const first = (await ask(`/consultations/${slug}/clauses`, { query: 'version=1&limit=2' })).body as {
    items: { code: number }[];
    nextCursor: string;
  };
  const rest = (await ask(`/consultations/${slug}/clauses`, { query: `limit=200&cursor=${first.nextCursor}` }))
    .body as { items: { code: number; text: string }[]; nextCursor: null };
  expect([...first.items, ...rest.items].map(({ code }) => code)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(rest.items.find(({ code }) => code === codes.term)?.text).toContain('14 dni');
  expect((await ask(`/consultations/${slug}/clauses/${codes.term}`)).body).toMatchObject({
    history: [{ version: 1 }, { version: 2, text: 'Konsultacje trwają co najmniej 21 dni.' }],
  });
});

test('a cursor of another list, a page too large and an unknown method are refused', async () => {
  const { nextCursor } = (await ask(`/consultations/${slug}/clauses`, { query: 'limit=1' })).body as {
    nextCursor: string;
  };
  for (const cursor of [nextCursor, 'x', '%00'])
    expect((await ask('/consultations', { query: `cursor=${cursor}` })).body).toMatchObject({ code: 'bad-cursor' });
  expect((await ask('/municipalities', { query: 'limit=201' })).body).toMatchObject({
    code: 'bad-request',
    errors: [{ name: 'limit' }],
  });
  expect(await ask('/consultations', { method: 'DELETE' })).toMatchObject({
    status: 405,
    headers: { Allow: 'GET, OPTIONS' },
  });
  expect(await ask('/nothing')).toMatchObject({
    status: 404,
    body: { code: 'not-found', title: 'Nie ma tu takiej rzeczy.' },
  });
});

test('a letter is filed once per key: the same again gives the same answer, another one is refused', async () => {
  const revision = await revisionOf(codes.notice);
  const given: Given = { method: 'POST', token: secret, key: 'list-0001', body: letter(revision) };
  const filedOnce = await ask(`/consultations/${slug}/remarks`, given);
  expect(filedOnce).toMatchObject({ status: 201 });
  checkByDescription('/consultations/{slug}/remarks', 'post', filedOnce);
  const count = await db.remark.count();
  expect(await ask(`/consultations/${slug}/remarks`, given)).toEqual(filedOnce);
  expect(
    await ask(`/consultations/${slug}/remarks`, { ...given, body: letter(revision, 'Coś innego.') }),
  ).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  expect(await db.remark.count()).toBe(count);
  const { number } = filedOnce.body as { number: number };
  expect(filedOnce.headers.Location).toMatch(new RegExp(`/api/v1/consultations/${slug}/remarks/${number}$`));
  expect((await ask(`/consultations/${slug}/remarks/${number}`)).body).toMatchObject({
    channel: 'api',
    kind: 'amendment',
    state: 'open',
    changes: [{ op: 'replace', clause: codes.notice, after: 'Ogłoszenie zamieszcza się w internecie.' }],
  });
  // The day after, the key is forgotten; the same words are still the same letter.
  const later = new Date(during.getTime() + 25 * 3_600_000);
  expect((await ask(`/consultations/${slug}/remarks`, { ...given, now: later })).body).toMatchObject({ number });
});

test('a wording that there never was, a limit and a query of signs are answered in the language asked for, under one type', async () => {
  const revision = await revisionOf(codes.term);
  const wrong = letter('0192f5c4-7d0a-7c31-9a55-0d6a3f1f2b11');
  const other = letter(revision);
  const given: Given = { method: 'POST', token: secret, key: 'brzmienie-0001', body: wrong };
  const [pl, en] = [
    await ask(`/consultations/${slug}/remarks`, given),
    await ask(`/consultations/${slug}/remarks`, { ...given, query: 'lang=en' }),
  ];
  for (const answer of [pl, en, await ask(`/consultations/${slug}/remarks`, { ...given, body: other })])
    expect(answer).toMatchObject({
      status: 422,
      type: 'application/problem+json',
      body: { code: 'refused', errors: [{ in: 'body', name: 'points/0/changes/0/revision' }] },
    });
  expect((pl.body as { type: string }).type).toBe((en.body as { type: string }).type);
  const details = (answer: ApiAnswer) => (answer.body as { errors: { detail: string }[] }).errors[0]!.detail;
  expect(details(pl)).not.toBe(details(en));
  const limit = (lang: string) => ask('/municipalities', { query: `limit=201&lang=${lang}` });
  expect([details(await limit('pl')), details(await limit('en'))]).toEqual([
    expect.stringMatching(/Zbyt du/),
    expect.stringMatching(/Too big/),
  ]);
  for (const q of ['%', '_', '%%', ' - '])
    expect((await ask('/municipalities', { query: new URLSearchParams({ q }).toString() })).body).toMatchObject({
      items: q.trim() === '' ? expect.anything() : [],
    });
});

test('the description says for every operation who may, and documents what offices are told', () => {
  const document = openApiDocument() as unknown as {
    paths: Record<string, Record<string, { operationId: string; security?: unknown[]; description?: string }>>;
    webhooks: Record<string, { post: { requestBody: { content: Record<string, { schema: { $ref?: string } }> } } }>;
    components: { schemas: Record<string, unknown> };
  };
  for (const operations of Object.values(document.paths))
    for (const { operationId, security, description } of Object.values(operations)) {
      expect([operationId, Array.isArray(security)]).toEqual([operationId, true]);
      if (operationId.startsWith('list'))
        expect([operationId, description]).toEqual([operationId, expect.stringMatching(/^In order of /)]);
    }
  expect(Object.keys(document.webhooks).sort()).toEqual([...webhookEvents].sort());
  for (const { post } of Object.values(document.webhooks))
    expect(
      document.components.schemas[post.requestBody.content['application/json']!.schema.$ref!.split('/').at(-1)!],
    ).toBeDefined();
});

test('two requests with one key at the same time are one letter', async () => {
  const body = { points: [{ reason: 'Uwaga do całości, dwa razy naraz.' }] };
  const given: Given = { method: 'POST', token: secret, key: 'naraz-0001', body };
  const [one, two] = await Promise.all([
    ask(`/consultations/${slug}/remarks`, given),
    ask(`/consultations/${slug}/remarks`, given),
  ]);
  expect(one.status).toBe(201);
  expect(two).toEqual(one);
  expect(await db.remark.count({ where: { reason: body.points[0]!.reason } })).toBe(1);
});

test('every refusal of writing is a described problem and files nothing', async () => {
  const revision = await revisionOf(codes.term);
  const count = await db.remark.count();
  const old = (await db.clauseRevision.findFirstOrThrow({ where: { version: 1, clause: { code: codes.term } } })).id;
  const given: Given = { method: 'POST', token: secret, key: 'odmowa-0001', body: letter(revision) };
  const stranger = await createToken(db, { viewer: anna, name: 'bez praw', days: 30, scopes: [], now: during });
  const cases: [Given, number, string][] = [
    [{ ...given, token: null }, 401, 'no-token'],
    [{ ...given, token: `${secret}x` }, 401, 'no-token'],
    [{ ...given, token: stranger.ok ? stranger.value.secret : '' }, 403, 'no-scope'],
    [{ ...given, key: null }, 400, 'no-key'],
    [{ ...given, key: 'a b' }, 400, 'no-key'],
    [{ ...given, body: { points: [] } }, 422, 'refused'],
    [{ ...given, body: { points: [{ reason: '' }] } }, 422, 'refused'],
    [{ ...given, body: 'x' }, 422, 'refused'],
    [
      {
        ...given,
        body: { points: [{ reason: 'r', changes: [{ op: 'replace', clause: codes.term, revision, text: '' }] }] },
      },
      422,
      'refused',
    ],
    [
      {
        ...given,
        body: { points: [{ reason: 'r', changes: [{ op: 'replace', clause: codes.term, revision: old, text: 'x' }] }] },
      },
      409,
      'moved',
    ],
    [{ ...given, now: closesAt }, 409, 'closed'],
  ];
  for (const [request, status, code] of cases) {
    const answer = await ask(`/consultations/${slug}/remarks`, request);
    expect(answer, code).toMatchObject({ status, body: { code } });
    checkByDescription('/consultations/{slug}/remarks', 'post', answer);
  }
  expect(await db.remark.count()).toBe(count);
  // Nothing was done, so the key may be used again.
  expect(
    (await ask(`/consultations/${slug}/remarks`, { ...given, body: { points: [{ reason: 'Jednak tak.' }] } })).status,
  ).toBe(201);
});

test('only the hash of a token is stored, its last use is kept, and a revoked or expired one opens nothing', async () => {
  const made = await createToken(db, {
    viewer: anna,
    name: 'na chwilę',
    days: 30,
    scopes: ['remarks:write'],
    now: during,
  });
  if (!made.ok) throw new Error(made.error.code);
  const token = made.value.secret;
  const row = await db.apiToken.findFirstOrThrow({ where: { name: 'na chwilę' } });
  expect(JSON.stringify(row)).not.toContain(token);
  const tryOut = (now = during) =>
    ask(`/consultations/${slug}/remarks`, { method: 'POST', token, key: 'proba-0001', body: {}, now });
  expect((await tryOut()).status).toBe(422);
  expect((await db.apiToken.findFirstOrThrow({ where: { id: row.id } })).lastUsedAt).toEqual(during);
  expect((await tryOut(new Date(during.getTime() + 31 * 86_400_000))).status).toBe(401);
  await expect(revokeToken(db, { viewer: await makePerson(db, 'Obcy'), id: row.id })).rejects.toMatchObject({
    code: 'not-found',
  });
  await revokeToken(db, { viewer: anna, id: row.id });
  expect((await tryOut()).status).toBe(401);
});
