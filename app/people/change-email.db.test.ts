import { expect, test } from 'vitest';
import { testDb } from '#tests/setup/test-db.ts';
import { makePerson } from '#tests/setup/consultation.ts';
import { askEmailChange, confirmEmailChange, inspectEmailChange } from './change-email.server.ts';
import { ownData } from '#app/account/own-data.server.ts';
import { hashPassword } from './password.server.ts';
import { findViewer, startSession } from './sessions.server.ts';

const db = await testDb();
const password = 'cztery zielone parasole';
const passwordHash = await hashPassword(password);

async function person(name: string) {
  const viewer = await makePerson(db, name);
  await db.user.update({ where: { id: viewer.id }, data: { passwordHash } });
  return viewer;
}

async function secretTo(email: string): Promise<string> {
  const letter = await db.mailMessage.findFirstOrThrow({ where: { toEmail: email }, orderBy: { id: 'desc' } });
  return /\/konto\/adres\/([\w-]{43})/.exec(letter.body)?.[1] ?? '';
}

test('nothing changes before both addresses have answered, in either order; then everything that acted for the person ends', async () => {
  for (const first of ['old', 'new'] as const) {
    const anna = await person('Anna');
    const next = `nowa-${first}@x.example`;
    const session = await startSession(db, { userId: anna.id, userAgent: null });
    expect(await askEmailChange(db, { viewer: anna, email: ` ${next.toUpperCase()} `, password })).toEqual({
      ok: true,
    });
    const secrets = { old: await secretTo(anna.email), new: await secretTo(next) };
    expect(
      (await db.mailMessage.findMany({ where: { toEmail: { in: [anna.email, next] } } })).filter(
        ({ body }) => body.includes(next) || body.includes(anna.email),
      ),
    ).toEqual([]);
    const second = first === 'old' ? 'new' : 'old';
    expect(await confirmEmailChange(db, { secret: secrets[first] })).toEqual({ ok: true, changed: false });
    expect(await confirmEmailChange(db, { secret: secrets[first] })).toEqual({ ok: true, changed: false });
    expect(await db.user.findUnique({ where: { id: anna.id }, select: { email: true } })).toEqual({
      email: anna.email,
    });
    expect(await inspectEmailChange(db, { secret: secrets[second] })).toMatchObject({ answered: false, other: true });
    expect(await confirmEmailChange(db, { secret: secrets[second] })).toEqual({ ok: true, changed: true });
    expect(await db.user.findUnique({ where: { id: anna.id }, select: { email: true } })).toEqual({ email: next });
    expect([await findViewer(db, session), await inspectEmailChange(db, { secret: secrets.old })]).toEqual([
      null,
      null,
    ]);
    expect(
      await db.mailMessage.findMany({
        where: { subject: 'Adres e-mail konta w Paragrafie jest zmieniony', toEmail: { in: [anna.email, next] } },
      }),
    ).toHaveLength(2);
  }
});

test('a wrong password, the same address, an old link and a taken address change nothing, and nobody learns who is here', async () => {
  const [ewa, jan] = [await person('Ewa'), await person('Jan')];
  expect(await askEmailChange(db, { viewer: ewa, email: 'inna@x.example', password: 'nie to' })).toEqual({
    ok: false,
    error: { code: 'old-password' },
  });
  expect(await askEmailChange(db, { viewer: ewa, email: ewa.email.toUpperCase(), password })).toEqual({
    ok: false,
    error: { code: 'same' },
  });
  expect(await askEmailChange(db, { viewer: ewa, email: jan.email, password })).toEqual({ ok: true });
  expect(await secretTo(jan.email)).toBe('');
  expect(await askEmailChange(db, { viewer: ewa, email: 'pierwsza@x.example', password })).toEqual({ ok: true });
  const [old, next] = [await secretTo(ewa.email), await secretTo('pierwsza@x.example')];
  const late = new Date(Date.now() + 49 * 3_600_000);
  expect(await confirmEmailChange(db, { secret: next, now: late })).toEqual({ ok: false, error: { code: 'gone' } });
  await confirmEmailChange(db, { secret: old });
  await makePerson(db, 'Szybka').then(({ id }) =>
    db.user.update({ where: { id }, data: { email: 'pierwsza@x.example' } }),
  );
  expect(await confirmEmailChange(db, { secret: next })).toEqual({ ok: false, error: { code: 'taken' } });
  expect(await db.user.findUnique({ where: { id: ewa.id }, select: { email: true } })).toEqual({ email: ewa.email });
  expect(await askEmailChange(db, { viewer: ewa, email: 'druga@x.example', password })).toEqual({ ok: true });
  expect(await inspectEmailChange(db, { secret: old })).toBeNull();
});

test('own data hold what the person has and no secret, and are asked for a few times an hour', async () => {
  const ola = await person('Ola');
  const session = await startSession(db, { userId: ola.id, userAgent: 'Firefox' });
  await askEmailChange(db, { viewer: ola, email: 'ola-nowa@x.example', password });
  const data = JSON.parse(await ownData(db, { viewer: ola })) as Record<string, unknown>;
  expect(data).toMatchObject({
    schema: 'paragraf-own-data/1',
    account: { email: ola.email, displayName: 'Ola' },
    sessions: [{ userAgent: 'Firefox' }],
    addressChanges: [{ newEmail: 'ola-nowa@x.example' }],
    filings: [],
    comments: [],
  });
  expect(JSON.stringify(data)).not.toMatch(/hash"|secret|argon2/i);
  expect(JSON.stringify(data)).not.toContain(session);
  for (let at = 1; at < 10; at += 1) await ownData(db, { viewer: ola });
  await expect(ownData(db, { viewer: ola })).rejects.toMatchObject({ code: 'too-many' });
});
