import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createToken } from '#app/api/tokens/create-token.server.ts';
import { useToken } from '#app/api/tokens/use-token.server.ts';
import { inspectInvitation } from '#app/monitoring/fieldwork/invite.server.ts';
import { inspectEmbargoLink } from '#app/monitoring/publication/open-embargo-link.server.ts';
import { publishedEdition } from '#tests/fixtures/published-edition.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { credentials, endCredentials, otherSecrets, type Ending } from './credentials.server.ts';
import { inspectToken, issueGuestTokens, issueToken } from './email-token.server.ts';
import { inspectEmailChange } from './change-email.server.ts';
import { findKnownDevice, rememberDevice } from './known-device.server.ts';
import { makeSecret } from './secrets.server.ts';
import { findViewer, startSession } from './sessions.server.ts';

const db = await testDb();
const { id: editionId, teamId, lead } = await publishedEdition(db);
const day = 86_400_000;
let people = 0;

type Person = { id: string; email: string };
/** Makes one of a kind for a person and gives a question: does it still work? */
type Maker = (person: Person) => Promise<() => Promise<boolean>>;

const makers: Record<keyof typeof credentials, Maker> = {
  sessions: async ({ id }) => {
    const secret = await startSession(db, { userId: id, userAgent: null });
    return async () => (await findViewer(db, secret)) !== null;
  },
  devices: async ({ id }) => {
    const secret = await rememberDevice(db, { secret: null, deviceId: null, userId: id });
    return async () => (await findKnownDevice(db, { secret, userId: id })) !== null;
  },
  tokens: async ({ id, email }) => {
    const made = await createToken(db, {
      viewer: { id, email, displayName: 'x', verified: true, grants: [] },
      name: 'x',
      days: 30,
      scopes: [],
    });
    if (!made.ok) throw new Error('no token');
    return async () => (await useToken(db, { secret: made.value.secret, now: new Date() })) !== null;
  },
  links: async ({ id }) => {
    const purposes = ['confirm-email', 'reset-password', 'guest-sign-in'] as const;
    const secrets = await Promise.all(
      purposes.map(async (purpose) => ({
        purpose,
        secret:
          purpose === 'guest-sign-in'
            ? String(await issueGuestTokens(db, [id]))
            : await issueToken(db, { userId: id, purpose, hours: 5 }),
      })),
    );
    return async () =>
      (await Promise.all(secrets.map((link) => inspectToken(db, link)))).some(({ state }) => state === 'valid');
  },
  addressChanges: async ({ id }) => {
    const [old, next] = [makeSecret(), makeSecret()];
    await db.emailChange.create({
      data: {
        userId: id,
        newEmail: `nowy-${id}@x.example`,
        oldSecretHash: old.hash,
        newSecretHash: next.hash,
        expiresAt: new Date(Date.now() + day),
      },
    });
    return async () =>
      (await Promise.all([old, next].map(({ secret }) => inspectEmailChange(db, { secret })))).some(
        (change) => change !== null,
      );
  },
  embargoLinks: async ({ email }) => {
    const { secret, hash } = makeSecret();
    await db.embargoLink.create({ data: { editionId, name: 'x', email, secretHash: hash, createdById: lead.id } });
    return async () => (await inspectEmbargoLink(db, { secret })) !== null;
  },
  invitations: async ({ email }) => {
    const { secret, hash } = makeSecret();
    await db.teamInvitation.create({
      data: {
        teamId,
        email,
        role: 'member',
        secretHash: hash,
        invitedById: lead.id,
        expiresAt: new Date(Date.now() + day),
      },
    });
    return async () => (await inspectInvitation(db, { secret })).state === 'open';
  },
};

async function person(): Promise<Person> {
  const email = `klucznik${(people += 1)}@x.example`;
  return db.user.create({
    data: { email, displayName: 'Ewa Lis', passwordHash: '!', emailVerifiedAt: new Date() },
    select: { id: true, email: true },
  });
}

const endings: Ending[] = [
  'password-reset',
  'password-changed',
  'all-sessions',
  'address-changed',
  'disabled',
  'closed',
  'taken-over',
];

test.each(endings)('everything on the list ends at once: %s, and nobody else is touched', async (ending) => {
  const [owner, other] = [await person(), await person()];
  const work = async (one: Person) =>
    Promise.all(Object.entries(makers).map(async ([name, make]) => ({ name, works: await make(one) })));
  const [own, others] = [await work(owner), await work(other)];
  const alive = async (list: Awaited<ReturnType<typeof work>>) =>
    (await Promise.all(list.map(async ({ name, works }) => ((await works()) ? [name] : [])))).flat();
  expect(await alive(own)).toEqual(Object.keys(credentials));
  await db.$transaction((tx) => endCredentials(tx, { userId: owner.id, ending }));
  expect(await alive(own)).toEqual([]);
  expect(await alive(others)).toEqual(Object.keys(credentials));
});

test('every table with the hash of a secret is on the list or says what it opens', async () => {
  const schema = await readFile('prisma/schema.prisma', 'utf8');
  const tables = [...schema.matchAll(/^model (\w+) \{([^}]*)\}/gm)]
    .filter(([, , body = '']) => /\w*[sS]ecretHash/.test(body))
    .map(([, name = '']) => name);
  const known = [...Object.values(credentials).map(({ model }) => model), ...Object.keys(otherSecrets)];
  expect(tables.toSorted()).toEqual(known.toSorted());
});
