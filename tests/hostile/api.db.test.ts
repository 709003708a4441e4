import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { endpoints } from '#app/api/endpoints.server.ts';
import { apiBodyBytes } from '#app/api/limits.ts';
import { createToken } from '#app/api/tokens/create-token.server.ts';
import { setDb } from '#app/db/client.server.ts';
import { apiHandler } from '#app/http/api.server.ts';
import { withoutLimits } from '#app/limits/asker.server.ts';
import { codes, makeConsultation, makePerson, teryt } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { outgrows } from './growth.ts';
import { mixed } from './texts.ts';

const db = await testDb();
const slug = 'zasady';
let secret = '';
const writing = endpoints.filter(({ body }) => body !== null);

beforeAll(async () => {
  setDb(db);
  await makeConsultation(db, slug);
  await db.consultation.updateMany({
    data: { closesAt: new Date(Date.now() + 86_400_000), opensAt: new Date(Date.now() - 86_400_000) },
  });
  const token = await createToken(db, {
    viewer: await makePerson(db, 'Anna'),
    name: 'skrypt',
    days: 30,
    scopes: ['remarks:write'],
  });
  if (!token.ok) throw new Error(token.error.code);
  secret = token.value.secret;
});

const addressOf = (path: string) =>
  path.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => ({ slug, teryt, number: '1', code: String(codes.term) })[name] ?? 'x',
  );

let asked = 0;

/** Status and type of the answer to a body as it stands. */
async function send({ path, method }: { path: string; method: string }, body: string): Promise<string> {
  const address = addressOf(path);
  asked += 1;
  const headers = {
    Authorization: `Bearer ${secret}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': `hostile-${asked}`,
  };
  const request = new Request(`http://localhost/api/v1${address}`, { method: method.toUpperCase(), headers, body });
  const answer = await withoutLimits(() =>
    apiHandler({ request, params: { '*': address.slice(1) }, context: {} } as unknown as Parameters<
      typeof apiHandler
    >[0]),
  );
  const type = answer.headers.get('Content-Type') ?? '';
  return answer.status < 400
    ? String(answer.status)
    : `${answer.status} ${type.startsWith('application/problem+json') ? 'problem' : type}`;
}

/** A body that the schema takes, made from its examples, and the paths of all that it holds. */
type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type Shape = {
  $ref?: string;
  $defs?: Record<string, Shape>;
  example?: Json;
  enum?: Json[];
  properties?: Record<string, Shape>;
  items?: Shape;
  anyOf?: Shape[];
  default?: Json;
};

function exampleOf(shape: Shape, named: Record<string, Shape> = shape.$defs ?? {}): Json {
  const referred = shape.$ref === undefined ? undefined : named[shape.$ref.split('/').at(-1)!];
  if (referred) return exampleOf(referred, named);
  if (shape.properties)
    return Object.fromEntries(Object.entries(shape.properties).map(([name, each]) => [name, exampleOf(each, named)]));
  if (shape.items) return [exampleOf(shape.items, named)];
  return shape.example ?? shape.default ?? shape.enum?.[0] ?? '';
}

function pathsOf(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (Array.isArray(value)) return [path, ...value.flatMap((each, at) => pathsOf(each, [...path, at]))];
  if (typeof value === 'object' && value !== null)
    return [path, ...Object.entries(value).flatMap(([name, each]) => pathsOf(each, [...path, name]))];
  return [path];
}

function put(value: Json, [first, ...rest]: (string | number)[], given: Json): Json {
  if (first === undefined) return given;
  if (Array.isArray(value)) return value.map((each, at) => (at === first ? put(each, rest, given) : each));
  return {
    ...(value as Record<string, Json>),
    [first]: put((value as Record<string, Json>)[first] ?? null, rest, given),
  };
}

const isExpected = (answer: string) => /^(20[01]|4\d\d problem)$/.test(answer);

test('whatever stands in a field, and however much of it, is answered in proportion and with a problem that programs can read', async () => {
  const odd: string[] = [];
  const slow: string[] = [];
  let fields = 0;
  for (const endpoint of writing) {
    const example = exampleOf(z.toJSONSchema(endpoint.body!, { io: 'input', unrepresentable: 'any' }) as Shape);
    for (const path of pathsOf(example)) {
      fields += 1;
      for (const given of [
        null,
        true,
        -1,
        1e308,
        2 ** 53,
        '',
        '\ud800',
        'x\u0000y',
        [],
        [[]],
        {},
        { __proto__: null, constructor: 1 },
        '9'.repeat(40),
      ] as Json[]) {
        const answer = await send(endpoint, JSON.stringify(put(example, path, given)));
        if (!isExpected(answer)) odd.push(`${endpoint.id} ${path.join('.')} ${JSON.stringify(given)}: ${answer}`);
      }
      const why = await outgrows(256 * 1024, async (size) => {
        const answer = await send(endpoint, JSON.stringify(put(example, path, mixed(size / 2))));
        if (!isExpected(answer)) odd.push(`${endpoint.id} ${path.join('.')}: ${answer}`);
      });
      if (why) slow.push(`${endpoint.id} ${path.join('.')}: ${why}`);
    }
  }
  expect([odd, slow]).toEqual([[], []]);
  expect(fields).toBeGreaterThan(8);
});

test('a body that is no object of ours, too deep or too wide is refused before it is work', async () => {
  const bodies = [
    '',
    ' ',
    'null',
    '[]',
    '1e999',
    '"x"',
    '{',
    '{"a":1,}',
    '\ufeff{}',
    '['.repeat(100_000),
    '['.repeat(100_000) + ']'.repeat(100_000),
    '{"a":'.repeat(60_000) + '1' + '}'.repeat(60_000),
    `{${Array.from({ length: 30_000 }, (_, n) => `"k${n}":1`).join(',')}}`,
    `{"points":[${'{},'.repeat(50_000)}{}]}`,
    `{"points":${'9'.repeat(200_000)}}`,
    'x'.repeat(apiBodyBytes + 1),
  ];
  for (const endpoint of writing) {
    for (const body of bodies)
      expect([endpoint.id, body.slice(0, 12), isExpected(await send(endpoint, body))]).toEqual([
        endpoint.id,
        body.slice(0, 12),
        true,
      ]);
  }
});
