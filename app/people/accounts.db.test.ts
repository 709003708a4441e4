import { expect, test } from 'vitest';
import { testDb } from '#tests/setup/test-db.ts';
import { getAccountPage } from '#app/account/account-queries.server.ts';
import { changePassword } from './change-password.server.ts';
import { listDemoAccounts } from './demo/list-demo-accounts.server.ts';
import { confirmEmail } from './confirm-email.server.ts';
import { inspectToken } from './email-token.server.ts';
import { endOwnSession, endOwnSessions } from './end-session.server.ts';
import { purgeOld } from './purge.server.ts';
import { registerAccount } from './register-account.server.ts';
import { requestPasswordReset } from './request-password-reset.server.ts';
import { resendConfirmation } from './resend-confirmation.server.ts';
import { resetPassword } from './reset-password.server.ts';
import { grantRole, revokeRole } from './grant-role.server.ts';
import { findViewer } from './sessions.server.ts';
import { signIn } from './sign-in.server.ts';
import { updateProfile } from './update-profile.server.ts';

const db = await testDb();
const password = 'cztery zielone parasole';
let people = 0;

/** An account of its own for a test, with the secret of its confirmation link. */
async function newPerson() {
  const email = `osoba${(people += 1)}@example.pl`;
  const result = await registerAccount(db, { displayName: 'Ewa Lis', email, password, locale: 'pl' });
  expect(result).toEqual({ ok: true });
  return { email, link: linkIn(await lastMail(email)), id: (await db.user.findUniqueOrThrow({ where: { email } })).id };
}

async function lastMail(email: string) {
  const mail = await db.mailMessage.findFirst({
    where: { toEmail: email },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  if (!mail) throw new Error(`no letter to ${email}`);
  return mail;
}

function linkIn(mail: { body: string }): string {
  return /\/(?:potwierdz|haslo)\/([\w-]{43})/.exec(mail.body)?.[1] ?? '';
}

async function session(email: string, words = password): Promise<string> {
  const result = await signIn(db, { email, password: words, userAgent: 'Firefox/140.0' });
  if (!result.ok) throw new Error('sign-in refused');
  return result.secret;
}

async function viewerOf(secret: string) {
  const viewer = await findViewer(db, secret);
  if (!viewer) throw new Error('no session');
  return viewer;
}

test('a new account is unconfirmed, its password is a hash and its letter is in its language', async () => {
  await registerAccount(db, { displayName: 'Ann', email: 'Ann@Example.com', password, locale: 'en' });
  const user = await db.user.findUniqueOrThrow({ where: { email: 'ann@example.com' } });
  expect(user.emailVerifiedAt).toBeNull();
  expect(user.passwordHash).toMatch(/^\$argon2id\$/);
  const mail = await lastMail('ann@example.com');
  expect(mail.subject).toBe('Confirm your e-mail address in Paragraf');
  expect(mail.body).toContain('/en/potwierdz/');
});

test('registering an address again answers the same, changes nothing and writes to its owner once a day', async () => {
  const { email, id } = await newPerson();
  const before = await db.user.findUniqueOrThrow({ where: { id } });
  for (const name of ['Obcy', 'Obca']) {
    expect(
      await registerAccount(db, {
        displayName: name,
        email: email.toUpperCase(),
        password: 'inne dobre słowa tutaj',
        locale: 'en',
      }),
    ).toEqual({ ok: true });
  }
  expect(await db.user.findUniqueOrThrow({ where: { id } })).toEqual(before);
  const mails = await db.mailMessage.findMany({ where: { toEmail: email }, orderBy: { createdAt: 'asc' } });
  expect(mails.map((mail) => mail.subject)).toEqual([
    'Potwierdź adres e-mail w Paragrafie',
    'Masz już konto w Paragrafie',
  ]);
});

test('a bad password is refused alike for known and unknown addresses', async () => {
  const { email } = await newPerson();
  const bad = { displayName: 'Ewa Lis', password: '1234567890', locale: 'pl' as const };
  const known = await registerAccount(db, { ...bad, email });
  expect(known).toEqual({ ok: false, error: { code: 'password', key: 'error.password-common' } });
  expect(await registerAccount(db, { ...bad, email: 'nikt@example.pl' })).toEqual(known);
});

test('two registrations of one address at once make one account', async () => {
  const input = { displayName: 'Jan', email: 'naraz@example.pl', password, locale: 'pl' as const };
  expect(await Promise.all([registerAccount(db, input), registerAccount(db, input)])).toEqual([
    { ok: true },
    { ok: true },
  ]);
  expect(await db.user.count({ where: { email: 'naraz@example.pl' } })).toBe(1);
});

test('looking at a confirmation link spends nothing, using it does, once', async () => {
  const { link, id } = await newPerson();
  for (let n = 0; n < 3; n += 1)
    expect((await inspectToken(db, { secret: link, purpose: 'confirm-email' })).state).toBe('valid');
  expect(await confirmEmail(db, { secret: link })).toEqual({ ok: true, userId: id });
  expect((await db.user.findUniqueOrThrow({ where: { id } })).emailVerifiedAt).not.toBeNull();
  expect(await confirmEmail(db, { secret: link })).toEqual({ ok: false, error: { code: 'used' } });
});

test('an expired, an unknown and a foreign kind of link confirm nothing', async () => {
  const { link, id, email } = await newPerson();
  await requestPasswordReset(db, { email });
  expect(await confirmEmail(db, { secret: linkIn(await lastMail(email)) })).toEqual({
    ok: false,
    error: { code: 'unknown' },
  });
  expect(await confirmEmail(db, { secret: 'x' })).toEqual({ ok: false, error: { code: 'unknown' } });
  await db.emailToken.updateMany({ where: { userId: id }, data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await confirmEmail(db, { secret: link })).toEqual({ ok: false, error: { code: 'expired' } });
  expect((await db.user.findUniqueOrThrow({ where: { id } })).emailVerifiedAt).toBeNull();
});

test('a link sent again ends the earlier one, and a confirmed person gets none', async () => {
  const { link, email } = await newPerson();
  const viewer = await viewerOf(await session(email));
  expect(await resendConfirmation(db, { viewer })).toBe(true);
  expect(await confirmEmail(db, { secret: link })).toEqual({ ok: false, error: { code: 'unknown' } });
  expect((await confirmEmail(db, { secret: linkIn(await lastMail(email)) })).ok).toBe(true);
  expect(await resendConfirmation(db, { viewer })).toBe(false);
});

test('secrets of links and sessions are not in the database', async () => {
  const { link, email } = await newPerson();
  const secret = await session(email);
  expect(await db.emailToken.count({ where: { secretHash: link } })).toBe(0);
  expect(await db.session.count({ where: { secretHash: secret } })).toBe(0);
});

test('an unconfirmed person can sign in and is told apart', async () => {
  const { email, link } = await newPerson();
  const secret = await session(email);
  expect((await viewerOf(secret)).verified).toBe(false);
  await confirmEmail(db, { secret: link });
  expect((await viewerOf(secret)).verified).toBe(true);
});

test('unknown address, wrong password and closed account give one answer; that it is disabled learns who has its password', async () => {
  const { email, id } = await newPerson();
  const attempt = (address: string, words: string) => signIn(db, { email: address, password: words, userAgent: null });
  const unknown = await attempt('nie-ma@example.pl', password);
  expect(unknown).toEqual({ ok: false, error: { code: 'wrong' } });
  expect(await attempt(email, 'nie to hasło')).toEqual(unknown);
  const open = await session(email);
  await db.user.update({ where: { id }, data: { disabledAt: new Date() } });
  expect(await attempt(email, 'nie to hasło')).toEqual(unknown);
  expect(await attempt(email, password)).toEqual({ ok: false, error: { code: 'disabled' } });
  expect(await findViewer(db, open)).toBeNull();
  await db.user.update({ where: { id }, data: { closedAt: new Date() } });
  expect(await attempt(email, password)).toEqual(unknown);
});

test('a reset for an unknown address writes nothing and says nothing', async () => {
  const before = await db.mailMessage.count();
  expect(await requestPasswordReset(db, { email: 'nie-ma@example.pl' })).toEqual({ ok: true });
  expect(await db.mailMessage.count()).toBe(before);
});

test('a reset sets the password once, confirms the address, ends every session and tells the owner', async () => {
  const { email, id } = await newPerson();
  const old = [await session(email), await session(email)];
  await requestPasswordReset(db, { email });
  const secret = linkIn(await lastMail(email));
  expect(await resetPassword(db, { secret, password: 'krótkie' })).toEqual({
    ok: false,
    error: { code: 'password', key: 'error.password-short' },
  });
  expect(await resetPassword(db, { secret, password: 'siedem granatowych rowerów' })).toEqual({ ok: true });
  for (const cookie of old) expect(await findViewer(db, cookie)).toBeNull();
  expect((await db.user.findUniqueOrThrow({ where: { id } })).emailVerifiedAt).not.toBeNull();
  expect((await lastMail(email)).subject).toBe('Hasło w Paragrafie zostało zmienione');
  expect(await resetPassword(db, { secret, password: 'jeszcze inne słowa' })).toEqual({
    ok: false,
    error: { code: 'link', state: 'used' },
  });
  expect((await signIn(db, { email, password, userAgent: null })).ok).toBe(false);
  expect((await viewerOf(await session(email, 'siedem granatowych rowerów'))).verified).toBe(true);
});

test('two uses of one reset link at once: one password is set', async () => {
  const { email } = await newPerson();
  await requestPasswordReset(db, { email });
  const secret = linkIn(await lastMail(email));
  const results = await Promise.all(
    ['dziewięć zielonych parasoli', 'siedem granatowych rowerów'].map((words) =>
      resetPassword(db, { secret, password: words }),
    ),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(1);
});

test('asking for a reset again and again writes one letter in two minutes, and its link keeps working', async () => {
  const { email, id } = await newPerson();
  for (let n = 0; n < 3; n += 1) await requestPasswordReset(db, { email });
  const resets = () => db.mailMessage.count({ where: { toEmail: email, subject: 'Nowe hasło w Paragrafie' } });
  expect(await resets()).toBe(1);
  await db.emailToken.updateMany({
    where: { userId: id, purpose: 'reset-password' },
    data: { createdAt: new Date(Date.now() - 3 * 60_000) },
  });
  await requestPasswordReset(db, { email });
  expect(await resets()).toBe(2);
});

test('a reset link works for an hour', async () => {
  const { email } = await newPerson();
  await requestPasswordReset(db, { email });
  const token = await db.emailToken.findFirstOrThrow({ where: { user: { email }, purpose: 'reset-password' } });
  const minutes = (token.expiresAt.getTime() - token.createdAt.getTime()) / 60_000;
  expect(minutes).toBeGreaterThan(59);
  expect(minutes).toBeLessThan(61);
});

test('changing the password needs the old one and leaves only this session', async () => {
  const { email } = await newPerson();
  const [here, elsewhere] = [await session(email), await session(email)];
  const viewer = await viewerOf(here);
  const change = { viewer, sessionSecret: here, password: 'siedem granatowych rowerów' };
  expect(await changePassword(db, { ...change, oldPassword: 'nie to' })).toEqual({
    ok: false,
    error: { code: 'old-password' },
  });
  expect(await changePassword(db, { ...change, oldPassword: password })).toEqual({ ok: true });
  expect(await findViewer(db, here)).not.toBeNull();
  expect(await findViewer(db, elsewhere)).toBeNull();
});

test('people end their own sessions and nobody else’s', async () => {
  const [ewa, jan] = [await newPerson(), await newPerson()];
  const [ewaHere, ewaPhone, janHere] = [await session(ewa.email), await session(ewa.email), await session(jan.email)];
  const viewer = await viewerOf(ewaHere);
  const janSession = await db.session.findFirstOrThrow({ where: { userId: jan.id } });
  expect(await endOwnSession(db, { viewer, sessionId: janSession.id })).toBe(false);
  expect(await findViewer(db, janHere)).not.toBeNull();
  const page = await getAccountPage(db, { viewer, sessionSecret: ewaHere });
  expect(page.sessions.map((row) => row.current).sort()).toEqual([false, true]);
  const phone = page.sessions.find((row) => !row.current);
  expect(await endOwnSession(db, { viewer, sessionId: phone?.id ?? '' })).toBe(true);
  expect(await findViewer(db, ewaPhone)).toBeNull();
  await endOwnSessions(db, { viewer });
  expect(await findViewer(db, ewaHere)).toBeNull();
  expect(await findViewer(db, janHere)).not.toBeNull();
});

test('a changed language is the language of the next letter', async () => {
  const { email } = await newPerson();
  const viewer = await viewerOf(await session(email));
  await updateProfile(db, { viewer, displayName: 'Ewa Lisek', locale: 'en' });
  await requestPasswordReset(db, { email });
  expect((await lastMail(email)).subject).toBe('New password in Paragraf');
});

test('the account page lists one’s own remarks with state and consultation', async () => {
  const [ewa, jan] = [await newPerson(), await newPerson()];
  await db.municipality.create({
    data: {
      teryt: '9900011',
      name: 'Próbna',
      kind: 'urban',
      county: 'próbny',
      voivodeship: 'próbne',
      isDemo: true,
      searchKey: 'probna',
      stateOn: '2026-01-01',
    },
  });
  const day = new Date();
  const consultation = await db.consultation.create({
    data: {
      teryt: '9900011',
      slug: 'park',
      title: 'Regulamin parku',
      summary: '',
      head: {},
      opensAt: day,
      closesAt: day,
      answersDueAt: day,
      createdById: jan.id,
    },
  });
  const owner = { teryt: '9900011', consultationId: consultation.id };
  const remark = async (number: number, authorId: string, state: string) =>
    db.remark.create({
      data: {
        ...owner,
        filingId: (
          await db.filing.create({
            data: { ...owner, number, channel: 'web', authorId, authorName: 'X', receivedAt: day },
          })
        ).id,
        number,
        kind: number === 1 ? 'amendment' : 'remark',
        authorId,
        authorName: 'X',
        reason: 'r',
        againstVersion: 1,
        state,
        filedAt: new Date(Date.now() + number),
      },
    });
  await remark(1, ewa.id, 'accepted');
  await remark(2, jan.id, 'open');
  await remark(3, ewa.id, 'open');
  const secret = await session(ewa.email);
  const page = await getAccountPage(db, { viewer: await viewerOf(secret), sessionSecret: secret });
  expect(page.remarks.map((row) => [row.number, row.kind, row.state, row.consultation.slug])).toEqual([
    [3, 'remark', 'open', 'park'],
    [1, 'amendment', 'accepted', 'park'],
  ]);
});

test('every change leaves a line in the record, without addresses or words', async () => {
  const { id, email } = await newPerson();
  await session(email);
  const events = await db.event.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } });
  expect(events.map((event) => event.kind)).toEqual(['user.registered', 'user.signed-in']);
  expect(JSON.stringify(events)).not.toContain(email);
});

test('what is past its time goes and what is not stays', async () => {
  const { email, id } = await newPerson();
  const kept = await session(email);
  await session(email);
  const old = await db.session.findFirstOrThrow({ where: { userId: id }, orderBy: { createdAt: 'desc' } });
  await db.session.update({ where: { id: old.id }, data: { revokedAt: new Date(Date.now() - 31 * 86_400_000) } });
  await db.mailMessage.updateMany({
    where: { toEmail: email },
    data: { sentAt: new Date(Date.now() - 91 * 86_400_000) },
  });
  await db.emailToken.updateMany({ where: { userId: id }, data: { expiresAt: new Date(Date.now() - 8 * 86_400_000) } });
  await purgeOld(db);
  expect(await db.session.count({ where: { userId: id } })).toBe(1);
  expect(await findViewer(db, kept)).not.toBeNull();
  expect(await db.mailMessage.count({ where: { toEmail: email } })).toBe(0);
  expect(await db.emailToken.count({ where: { userId: id } })).toBe(0);
});

test('a role that is given twice at once is held once', async () => {
  const person = await newPerson();
  const order = { role: 'admin' } as const;
  const results = await Promise.all([1, 2, 3].map(() => grantRole(db, { email: person.email, order })));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  for (const result of results) if (!result.ok) expect(result.error).toEqual({ code: 'already' });
  expect(await db.roleGrant.count({ where: { userId: person.id, role: 'admin', revokedAt: null } })).toBe(1);
  expect(await revokeRole(db, { email: person.email, order })).toEqual({ ok: true });
  expect(await grantRole(db, { email: person.email, order })).toEqual({ ok: true });
});

test('only demonstration accounts that are there and open are named to everybody', async () => {
  expect(await listDemoAccounts(db)).toEqual([]);
  const make = (email: string, data: { isDemo: boolean; disabledAt?: Date }) =>
    db.user.create({ data: { email, displayName: 'X', passwordHash: 'x', ...data } });
  await make('anna@jurowice.example', { isDemo: true });
  await make('urzad@jurowice.example', { isDemo: true, disabledAt: new Date() });
  await make('admin@paragraf.example', { isDemo: false });
  await make('ktos@jurowice.example', { isDemo: true });
  expect(await listDemoAccounts(db)).toEqual([{ email: 'anna@jurowice.example', role: 'resident' }]);
});
