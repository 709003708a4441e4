import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator } from '#app/i18n/translate.ts';
import { withinLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { queueMail } from '#app/mail/queue-mail.server.ts';
import { hashSecret, makeSecret } from '#app/people/secrets.server.ts';
import { isLeadOf, type TeamRole, type Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { INVITATION_DAYS } from './limits.ts';

export type InviteInput = { viewer: Viewer; teamId: string; email: string; role: TeamRole; locale: Locale };
export type InviteResult = { ok: true; value: { id: string } } | { ok: false; error: { code: 'already-in' } | TooMany };

/** Sends an invitation into the team by e-mail; an earlier open one to the same address stops working. Only the lead can. */
export async function invite(db: Db, { viewer, teamId, role, locale, ...input }: InviteInput): Promise<InviteResult> {
  if (!isLeadOf(viewer, teamId)) throw notFound('not the lead of this team');
  const email = input.email.trim().toLowerCase();
  const { secret, hash } = makeSecret();
  return withinLimit(db, 'invitation', { person: viewer.id, target: email }, () =>
    transaction(db, async (tx): Promise<InviteResult> => {
      const team = await tx.team.findUniqueOrThrow({ where: { id: teamId }, select: { name: true } });
      const held = await tx.roleGrant.count({ where: { teamId, role, revokedAt: null, user: { email } } });
      if (held > 0) return { ok: false, error: { code: 'already-in' } };
      await tx.teamInvitation.updateMany({
        where: { teamId, email, acceptedAt: null, withdrawnAt: null },
        data: { withdrawnAt: new Date() },
      });
      const expiresAt = new Date(Date.now() + INVITATION_DAYS * 86_400_000);
      const { id } = await tx.teamInvitation.create({
        data: { teamId, email, role, secretHash: hash, invitedById: viewer.id, expiresAt },
        select: { id: true },
      });
      const t = translator(locale);
      await queueMail(tx, {
        to: email,
        locale,
        dedupeKey: `invitation:${id}`,
        subject: t('fieldwork.mail.invitation.subject', { team: team.name }),
        body: [
          t('fieldwork.mail.invitation.body', { team: team.name, role: t(`fieldwork.role.${role}`) }),
          absoluteUrl(paths(locale).teamInvitation(secret)),
          t('fieldwork.mail.invitation.until', { until: formatDateTime(locale, expiresAt) }),
        ].join('\n\n'),
      });
      await recordEvent(tx, {
        actorId: viewer.id,
        kind: 'team-invited',
        subject: { type: 'team-invitation', id: id },
        data: { teamId, role },
      });
      return { ok: true, value: { id } };
    }),
  );
}

/** Takes an open invitation back: its link stops working. Only the lead can; one that was accepted or withdrawn is not found. */
export async function withdrawInvitation(
  db: Db,
  { viewer, teamId, id }: { viewer: Viewer; teamId: string; id: string },
): Promise<void> {
  if (!isLeadOf(viewer, teamId)) throw notFound('not the lead of this team');
  await transaction(db, async (tx) => {
    const { count } = await tx.teamInvitation.updateMany({
      where: { id, teamId, acceptedAt: null, withdrawnAt: null },
      data: { withdrawnAt: new Date() },
    });
    if (count !== 1) throw notFound('no open invitation');
    await recordEvent(tx, {
      actorId: viewer.id,
      kind: 'team-invitation-withdrawn',
      subject: { type: 'team-invitation', id: id },
      data: { teamId },
    });
  });
}

export type InvitationState =
  | {
      state: 'open';
      id: string;
      team: string;
      teamId: string;
      role: TeamRole;
      email: string;
      /** ISO instant. */ expiresAt: string;
    }
  | { state: 'accepted' | 'withdrawn' | 'expired' };

/** What the link of an invitation is worth now; throws not found for a secret that never was one. */
export async function inspectInvitation(
  db: Db,
  { secret, now = new Date() }: { secret: string; now?: Date },
): Promise<InvitationState> {
  const row = await db.teamInvitation.findUnique({
    where: { secretHash: hashSecret(secret) },
    include: { team: { select: { name: true } } },
  });
  if (!row) throw notFound('no such invitation');
  if (row.acceptedAt) return { state: 'accepted' };
  if (row.withdrawnAt) return { state: 'withdrawn' };
  if (row.expiresAt <= now) return { state: 'expired' };
  return {
    state: 'open',
    id: row.id,
    team: row.team.name,
    teamId: row.teamId,
    role: row.role as TeamRole,
    email: row.email,
    expiresAt: row.expiresAt.toISOString(),
  };
}
