import { expect, test } from 'vitest';
import { askedFrom } from '#app/limits/asker.server.ts';
import { limits } from '#app/limits/limits.ts';
import { emptyTables, testDb } from '#tests/setup/test-db.ts';
import { askEmailChange } from './change-email.server.ts';
import { changePassword } from './change-password.server.ts';
import { closeAccount } from '#app/account/closing/close-account.server.ts';
import { hashPassword } from './password.server.ts';
import { hashSecret } from './secrets.server.ts';
import { findSessionEnd, findViewer, longestSharedHours, sharedMinutes } from './sessions.server.ts';
import { signIn } from './sign-in.server.ts';

const db = await testDb();
const password = 'cztery zielone parasole';
const passwordHash = await hashPassword(password);
const email = 'ewa@x.example';

/** Empties the database and makes people, the first of whom has signed in once in her browser. */
async function begin(...others: string[]): Promise<string> {
  await emptyTables(db);
  for (const one of [email, ...others])
    await db.user.create({ data: { email: one, displayName: 'Ewa', passwordHash, emailVerifiedAt: new Date() } });
  const first = await at('198.51.100.200', { password });
  if (!first.ok || first.device === null) throw new Error('the owner cannot come in');
  return first.device;
}

type Try = { email?: string; password?: string; device?: string };
const at = (address: string, { email: whose = email, password: words = 'nie to', device }: Try = {}) =>
  askedFrom(address, () => signIn(db, { email: whose, password: words, userAgent: null, device: device ?? null }));

async function outcomes(tries: (() => ReturnType<typeof signIn>)[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const one of tries) {
    const result = await one();
    const code = result.ok ? 'in' : result.error.code;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
const times = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, i) => make(i));

test('a hundred and twenty wrong tries from six addresses are slowed down and lock nobody out', async () => {
  const device = await begin();
  const got = await outcomes(times(120, (i) => () => at(`198.51.100.${i % 6}`)));
  expect(got.wrong).toBeLessThanOrEqual(60);
  expect((got.wrong ?? 0) + (got['too-many'] ?? 0)).toBe(120);
  expect(await at('203.0.113.1', { password, device })).toMatchObject({ ok: true, device });
  // Even from the attacker's own address, and in a browser nobody knows.
  expect(await at('198.51.100.1', { password, device })).toMatchObject({ ok: true });
  expect(await at('203.0.113.2', { password })).toMatchObject({ ok: true });
});

test('an account tried from everywhere gives each network fewer tries', async () => {
  await begin();
  await outcomes(times(limits['sign-in-account'][0].points, (i) => () => at(`192.0.2.${i}`)));
  const got = await outcomes(times(10, () => () => at('203.0.113.9')));
  expect(got).toEqual({
    wrong: limits['sign-in-pair-hot'][0].points,
    'too-many': 10 - limits['sign-in-pair-hot'][0].points,
  });
});

test('sixty wrong tries from one address do not lock out those behind it', async () => {
  await begin('jan@x.example');
  await outcomes(times(60, (i) => () => at('198.51.100.1', { email: `nikt${i}@x.example` })));
  expect(await at('198.51.100.1', { email: 'jan@x.example', password })).toMatchObject({ ok: true });
  expect(await at('198.51.100.1', { password })).toMatchObject({ ok: true });
});

test('a cookie of one account is no proof for another, nor is one made up', async () => {
  const device = await begin('jan@x.example');
  for (const proof of [device, 'x'.repeat(43)]) {
    const got = await outcomes(times(15, () => () => at('198.51.100.7', { email: `jan@x.example`, device: proof })));
    expect(got['too-many']).toBeGreaterThan(0);
  }
});

test('in a known browser wrong tries are bounded too, and the right password gives its try back', async () => {
  const device = await begin();
  for (let i = 0; i < limits['sign-in-known'][0].points + 5; i++)
    expect((await at('198.51.100.3', { password, device })).ok).toBe(true);
  const got = await outcomes(times(limits['sign-in-known'][0].points + 5, () => () => at('198.51.100.3', { device })));
  expect(got['too-many']).toBe(5);
});

test('an account that does not exist is counted and refused like one that does', async () => {
  await begin();
  const tries = (whose: string, address: string) => outcomes(times(14, () => () => at(address, { email: whose })));
  expect(await tries('nikt@x.example', '198.51.100.31')).toEqual(await tries(email, '198.51.100.32'));
});

test('what was proved with a password does nothing once it was reset, however long it waited for its turn', async () => {
  await begin();
  const user = await db.user.findUniqueOrThrow({ where: { email } });
  const viewer = { id: user.id, email, displayName: user.displayName, verified: true, grants: [] };
  const another = await hashPassword('zupełnie inne hasło owieczki');
  // The transaction of a reset ends between the proof and the write: it holds the row that each of them locks.
  const late: Record<string, (tx: typeof db) => Promise<{ ok: boolean }>> = {
    'sign-in': (other) => signIn(other, { email, password, userAgent: null }),
    'change of the password': (other) =>
      changePassword(other, {
        viewer,
        oldPassword: password,
        password: 'hasło napastnika numer jeden',
        sessionSecret: 'x',
      }),
    'change of the address': (other) => askEmailChange(other, { viewer, email: 'zly@x.example', password }),
    closing: (other) => closeAccount(other, { viewer, password }),
  };
  for (const [name, act] of Object.entries(late)) {
    await db.user.update({ where: { id: user.id }, data: { passwordHash } });
    const before = await db.session.count();
    expect(
      (
        await act(
          justBeforeTransactions(() => db.user.update({ where: { id: user.id }, data: { passwordHash: another } })),
        )
      ).ok,
      name,
    ).toBe(false);
    expect(await db.user.findUniqueOrThrow({ where: { id: user.id } }), name).toMatchObject({
      email,
      passwordHash: another,
      closedAt: null,
    });
    expect([await db.session.count(), await db.emailChange.count()], name).toEqual([before, 0]);
  }
});

/** The database, with something that another process does just before a transaction begins. */
function justBeforeTransactions(happens: () => Promise<unknown>): typeof db {
  return new Proxy(db, {
    get(target, key: keyof typeof db) {
      const value = target[key];
      if (key !== '$transaction') return typeof value === 'function' ? value.bind(target) : value;
      return async (...given: unknown[]) => {
        await happens();
        return (value as (...all: unknown[]) => Promise<unknown>).apply(target, given);
      };
    },
  });
}

test('on a device that others use the session is short, and the browser is not known next time', async () => {
  await begin();
  const before = await db.knownDevice.count();
  const shared = await askedFrom('203.0.113.4', () => signIn(db, { email, password, userAgent: null, shared: true }));
  if (!shared.ok) throw new Error('the owner cannot come in');
  expect([shared.device, await db.knownDevice.count()]).toEqual([null, before]);
  const minutes = async (secret: string) => {
    const end = await findSessionEnd(db, secret);
    return end && [end.endsAt, end.endsAtLatest].map((date) => Math.round((date.getTime() - Date.now()) / 60_000));
  };
  expect(await minutes(shared.secret)).toEqual([sharedMinutes, longestSharedHours * 60]);
  // Used after ten minutes, and once more shortly before the end of the eight hours; asking for the end alone is no use.
  const used = async (began: number, seen: number) => {
    const ago = (many: number) => new Date(Date.now() - many * 60_000);
    await db.session.updateMany({
      where: { secretHash: hashSecret(shared.secret) },
      data: { createdAt: ago(began), lastSeenAt: ago(seen), expiresAt: ago(seen - sharedMinutes) },
    });
    const unused = await minutes(shared.secret);
    await findViewer(db, shared.secret);
    return [unused?.[0], (await minutes(shared.secret))?.[0]];
  };
  expect(await used(100, 10)).toEqual([20, 30]);
  expect(await used(475, 10)).toEqual([20, 5]);
  // Whoever takes the mark off has the secret of no session.
  expect(await findViewer(db, shared.secret.replace('shared.', ''))).toBeNull();
});
