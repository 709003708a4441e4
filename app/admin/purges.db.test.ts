import { expect, test } from 'vitest';
import { purgeTokens } from '#app/api/tokens/purge-tokens.server.ts';
import { purgeInvitations } from '#app/monitoring/fieldwork/purge-invitations.server.ts';
import { purgePress } from '#app/monitoring/press/purge-press.server.ts';
import { purgeOld } from '#app/people/purge.server.ts';
import { publishedEdition } from '#tests/fixtures/published-edition.ts';
import { testDb } from '#tests/setup/test-db.ts';

const db = await testDb();
const day = 86_400_000;
/** The edition of the fixture is released on 1 March 2026 at 9. */
const release = new Date('2026-03-01T09:00:00Z');
const after = (days: number) => new Date(release.getTime() + days * day);

test('addresses of journalists go after the periods that the privacy page names, and not before', async () => {
  const { id: editionId, lead } = await publishedEdition(db);
  const press = (email: string, changes: { confirmedAt?: Date; endedAt?: Date }) =>
    db.pressSubscription.create({
      data: { editionId, email, secretHash: email, leaveSecret: email, askedAt: release, ...changes },
    });
  await press('never@x.example', {});
  await press('left@x.example', { confirmedAt: release, endedAt: after(1) });
  await press('stays@x.example', { confirmedAt: release });
  await db.embargoLink.create({
    data: {
      editionId,
      name: 'Ewa',
      email: 'ewa@x.example',
      secretHash: 'embargo',
      createdById: lead.id,
      openings: { create: {} },
    },
  });
  const left = async (now: Date) => {
    await purgePress(db, now);
    const listed = await db.pressSubscription.findMany({
      where: { editionId },
      orderBy: { email: 'asc' },
      select: { email: true },
    });
    return [
      ...listed.map(({ email }) => email.split('@')[0]),
      await db.embargoLink.count({ where: { editionId } }),
      await db.embargoOpening.count({ where: { link: { editionId } } }),
    ];
  };
  expect(await left(after(6))).toEqual(['left', 'never', 'stays', 1, 1]);
  expect(await left(after(8))).toEqual(['left', 'stays', 1, 1]);
  expect(await left(after(32))).toEqual(['stays', 1, 1]);
  expect(await left(after(91))).toEqual(['stays', 0, 0]);
});

test('invitations and tokens that are over go after a month', async () => {
  const { teamId, lead } = await publishedEdition(db);
  const invitation = (email: string, changes: object) =>
    db.teamInvitation.create({
      data: {
        teamId,
        email,
        role: 'member',
        secretHash: email,
        invitedById: lead.id,
        expiresAt: after(14),
        ...changes,
      },
    });
  await invitation('accepted@x.example', { acceptedAt: release });
  await invitation('open@x.example', {});
  const token = (name: string, changes: object) =>
    db.apiToken.create({
      data: { userId: lead.id, name, secretHash: name, scopes: [], expiresAt: after(90), ...changes },
    });
  await token('revoked', { revokedAt: release });
  await token('works', {});
  const left = async (now: Date) => {
    await Promise.all([purgeInvitations(db, now), purgeTokens(db, now)]);
    return [
      await db.teamInvitation.count({ where: { teamId } }),
      await db.apiToken.count({ where: { userId: lead.id } }),
    ];
  };
  expect(await left(after(29))).toEqual([2, 2]);
  expect(await left(after(31))).toEqual([1, 1]);
  expect(await left(after(121))).toEqual([0, 0]);
});

test('a letter that could not be sent goes like a sent one; one that waits for its hour stays', async () => {
  const letter = (subject: string, runAt: Date) =>
    db.mailMessage.create({ data: { toEmail: 'x@x.example', subject, body: '', createdAt: release, runAt } });
  await letter('failed', after(2));
  await letter('waits', after(300));
  await purgeOld(db, after(95));
  expect(
    (await db.mailMessage.findMany({ where: { toEmail: 'x@x.example' }, select: { subject: true } })).map(
      ({ subject }) => subject,
    ),
  ).toEqual(['waits']);
});
