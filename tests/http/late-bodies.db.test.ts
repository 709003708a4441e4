import { expect, test } from 'vitest';
import { createToken } from '#app/api/tokens/create-token.server.ts';
import { answerApi } from '#app/api/answer.server.ts';
import { endpoints } from '#app/api/endpoints.server.ts';
import { sessionCookie } from '#app/http/session.server.ts';
import { startSession } from '#app/people/sessions.server.ts';
import { smallWorld } from '#tests/fixtures/small-world.ts';
import { routeAddresses } from '#tests/setup/route-addresses.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { testServer } from '#tests/setup/test-server.ts';

const db = await testDb();
const world = await smallWorld(db);
const { build } = await testServer(db);
const { stranger } = world;

/** Whoever may do all, as they are before the body of a request has come. */
async function comeIn(): Promise<string> {
  await db.roleGrant.updateMany({ where: { userId: stranger.id }, data: { revokedAt: null } });
  return (
    (await sessionCookie.serialize(await startSession(db, { userId: stranger.id, userAgent: null }))).split(';')[0] ??
    ''
  );
}

/** The answer of an action to a form whose bytes come only after `meanwhile`, which happens when they are asked for. */
async function answerOf(
  id: string,
  path: string,
  {
    cookie,
    params,
    meanwhile,
  }: { cookie?: string; params: Record<string, string>; meanwhile?: () => Promise<unknown> },
): Promise<{ said: string; wasRead: boolean }> {
  let wasRead = false;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        wasRead = true;
        await meanwhile?.();
        stream.enqueue(new TextEncoder().encode('intent=none'));
        stream.close();
      },
    },
    { highWaterMark: 0 },
  );
  const request = new Request(`http://localhost${path}`, {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...(cookie ? { Cookie: cookie } : {}) },
  } as RequestInit);
  const { action } = build.routes[id]?.module ?? {};
  try {
    const given = await action?.({ request, params, context: {} } as Parameters<NonNullable<typeof action>>[0]);
    return {
      said: given instanceof Response ? `${given.status} ${given.headers.get('Location') ?? ''}` : 'answered',
      wasRead,
    };
  } catch (error) {
    if (error instanceof Response) return { said: `${error.status} ${error.headers.get('Location') ?? ''}`, wasRead };
    if (error && typeof error === 'object' && 'init' in error)
      return { said: String((error as { init: { status?: number } | null }).init?.status), wasRead };
    throw error;
  }
}

const forms = routeAddresses(build, world)
  .filter(({ id }) => build.routes[id]?.module.action)
  .map(({ id, pattern, fill }) => {
    const path = fill();
    const found = new RegExp(`^/${pattern.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`).exec(path);
    return { id, path, params: { ...found?.groups } };
  });

test('a form whose last byte comes after the session has ended is a stranger’s, whatever was so when it began', async () => {
  let tried = 0;
  for (const { id, path, params } of forms) {
    const anonymous = await answerOf(id, path, { params });
    if (!anonymous.said.includes('/logowanie')) continue;
    const cookie = await comeIn();
    const late = await answerOf(id, path, {
      params,
      cookie,
      meanwhile: () => db.session.updateMany({ where: { userId: stranger.id }, data: { revokedAt: new Date() } }),
    });
    // Refused before its form was looked at: nothing to be late for.
    if (!late.wasRead) continue;
    tried += 1;
    expect(late.said, id).toBe(anonymous.said);
  }
  expect(tried).toBeGreaterThan(25);
});

test('a role that ends while a form is on its way is no role when the form is here', async () => {
  let tried = 0;
  for (const { id, path, params } of forms.filter(({ path: at }) => /^\/(?:urzad|zespol)/.test(at))) {
    const cookie = await comeIn();
    const late = await answerOf(id, path, {
      params,
      cookie,
      meanwhile: () => db.roleGrant.updateMany({ where: { userId: stranger.id }, data: { revokedAt: new Date() } }),
    });
    if (!late.wasRead) continue;
    tried += 1;
    expect(late.said, id).toContain('404');
  }
  expect(tried).toBeGreaterThan(15);
});

test('a token that is revoked while the body of a call is on its way writes nothing', async () => {
  await comeIn();
  const writing = endpoints.filter(({ body }) => body !== null);
  for (const { id, path, method, scope } of writing) {
    const made = await createToken(db, { viewer: stranger, name: id, days: 1, scopes: scope ? [scope] : [] });
    if (!made.ok) throw new Error(made.error.code);
    const answer = await answerApi(db, {
      method,
      path: path.replace(/\{(\w+)\}/g, '1'),
      query: new URLSearchParams(),
      authorization: `Bearer ${made.value.secret}`,
      idempotencyKey: null,
      readBody: async () => {
        await db.apiToken.updateMany({ where: { userId: stranger.id }, data: { revokedAt: new Date() } });
        return {};
      },
    });
    expect(answer.status, id).toBe(401);
  }
  expect(writing.length).toBeGreaterThan(0);
});
