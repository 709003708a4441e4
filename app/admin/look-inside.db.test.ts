import { expect, test } from 'vitest';
import { testDb } from '#tests/setup/test-db.ts';
import { insideFindings, lookInside, type Inside } from './look-inside.server.ts';

const db = await testDb();
const look = (admitsDemo = false): Promise<Inside> =>
  lookInside((sql) => db.$queryRawUnsafe<unknown[]>(sql), { admitsDemo });
const states = (inside: Inside) => insideFindings(inside).map(({ state, name }) => `${state} ${name}`);

test('an installation that nobody can administer, and letters that were given up, are told with what to do', async () => {
  expect(states(await look())).toEqual(['bad administrator', 'ok letters']);
  const admin = async (data: { passwordHash: string; isDemo?: boolean; disabledAt?: Date }) => {
    const { id } = await db.user.create({ data: { email: `${Math.random()}@x.example`, displayName: 'Ewa', ...data } });
    await db.roleGrant.create({ data: { userId: id, role: 'admin' } });
    return id;
  };
  await admin({ passwordHash: 'x', disabledAt: new Date() });
  expect((await look()).administrators).toBe(0);
  await admin({ passwordHash: '!' });
  await admin({ passwordHash: 'x', isDemo: true });
  expect(await look()).toMatchObject({ administrators: 2, usable: 0 });
  expect(states(await look())).toEqual(['bad administrator', 'ok letters']);
  // On a machine of one's own the demonstration's administrator is one.
  expect(states(await look(true))).toEqual(['ok administrator', 'ok letters']);
  const own = await admin({ passwordHash: 'x' });
  expect(states(await look())).toEqual(['ok administrator', 'ok letters']);
  await db.roleGrant.updateMany({ where: { userId: own }, data: { revokedAt: new Date() } });
  expect((await look()).usable).toBe(0);
  const day = 86_400_000;
  await db.mailMessage.createMany({
    data: [
      { toEmail: 'a@x.pl', subject: 'x', body: '', failedAt: new Date(), attempts: 9 },
      { toEmail: 'b@x.pl', subject: 'x', body: '', attempts: 3, createdAt: new Date(Date.now() - 2 * day) },
      { toEmail: 'c@x.pl', subject: 'x', body: '', attempts: 1 },
      {
        toEmail: 'd@x.pl',
        subject: 'x',
        body: '',
        sentAt: new Date(),
        attempts: 1,
        createdAt: new Date(Date.now() - 2 * day),
      },
    ],
  });
  expect(await look()).toMatchObject({ givenUp: 1, late: 1 });
  expect(states(await look())).toEqual(['bad administrator', 'warn letters', 'warn letters that wait']);
  expect(
    insideFindings(await look())
      .map(({ text }) => text)
      .join(),
  ).not.toContain('@');
});
