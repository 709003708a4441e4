import { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { createToken } from '#app/api/tokens/create-token.server.ts';
import { spaceGate } from '#app/db/disk-space.server.ts';
import { guardedAdapter, onlyTurns } from '#app/db/guarded-pglite.server.ts';
import { PrismaClient } from '#app/generated/prisma/client.ts';
import { startLoop } from '#app/mail/start-loop.server.ts';
import { smallWorld } from '#tests/fixtures/small-world.ts';
import { afterFile } from '#tests/setup/cleanup.ts';
import { rawRequest } from '#tests/setup/raw-request.ts';
import { migratedSnapshot } from '#tests/setup/snapshot.ts';
import { testServer } from '#tests/setup/test-server.ts';
import { takeComplaints } from '#tests/setup/vitest.ts';

let free = 1_000;
const pg = await PGlite.create({ loadDataDir: await migratedSnapshot() });
const db = new PrismaClient({
  adapter: guardedAdapter(pg, {
    ...onlyTurns,
    room: spaceGate('data', () => ({ bsize: 1024 * 1024, bavail: free, files: 0, ffree: 0 })),
  }),
});
afterFile(async () => {
  await db.$disconnect();
  await pg.close();
});
const world = await smallWorld(db);
const token = await createToken(db, {
  viewer: world.author,
  name: 'skrypt',
  days: 30,
  scopes: ['remarks:write'],
  now: new Date(),
});
const { port } = await testServer(db);
const longAgo = new Date(Date.now() - 5 * 86_400_000);

/** The disk fills up when everything that is noted in passing is due again. */
async function fillDisk(): Promise<void> {
  free = 1_000;
  await db.session.updateMany({ data: { lastSeenAt: longAgo } });
  await db.apiToken.updateMany({ data: { lastUsedAt: longAgo } });
  free = 10;
}
const signedIn = { Cookie: world.sessionCookie };
const bearer = { Authorization: `Bearer ${token.ok ? token.value.secret : ''}`, 'Content-Type': 'application/json' };

test('on a full disk everything is read as usual, also by who is signed in, and files are made', async () => {
  await fillDisk();
  for (const path of [
    '/konto',
    '/konsultacje/zasady',
    '/konsultacje/zasady/uwagi/1',
    '/urzad',
    '/en/konto',
    '/konsultacje/zasady/tekst.pdf',
  ]) {
    const { status } = await rawRequest(port, path, { headers: signedIn });
    expect([path, status < 500]).toEqual([path, true]);
  }
  expect((await rawRequest(port, '/konto', { headers: signedIn })).status).toBe(200);
  expect((await rawRequest(port, '/api/v1/consultations', { headers: bearer })).status).toBe(200);
  takeComplaints();
});

test('on a full disk the interface answers 507 as a problem, and a form comes back with its words', async () => {
  await fillDisk();
  const posted = await rawRequest(port, '/api/v1/consultations/zasady/remarks', {
    method: 'POST',
    headers: bearer,
    body: JSON.stringify({ unit: '3', op: 'none', reason: 'Za krótko.' }),
  });
  const problem = JSON.parse(posted.body.toString()) as { status: number };
  expect([posted.status, posted.headers['content-type'], problem.status]).toEqual([
    507,
    expect.stringContaining('application/problem+json'),
    507,
  ]);
  const words = 'Słowa, których nie wolno zgubić';
  const form = new URLSearchParams({ intent: 'profile', displayName: words, name: words, locale: 'pl' }).toString();
  const answer = await rawRequest(port, '/konto', {
    method: 'POST',
    headers: { ...signedIn, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: form,
  });
  expect([answer.status, answer.body.toString().includes(words)]).toEqual([507, true]);
  takeComplaints();
});

test('a loop that fails at every try tells of it once, and once that it is over', async () => {
  takeComplaints();
  let tries = 0;
  let finish = () => {};
  const done = new Promise<void>((resolve) => (finish = resolve));
  const stop = startLoop('test loop', 1, async () => {
    tries += 1;
    if (tries > 12) finish();
    free = tries > 10 ? 1_000 : 20 - tries;
    await db.session.updateMany({ data: { lastSeenAt: new Date() } });
    return false;
  });
  await done;
  await stop();
  expect(takeComplaints().filter((line) => line.includes('test loop'))).toHaveLength(1);
});
