import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { hashSecret } from '#app/people/secrets.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { inspectInvitation } from './invite.server.ts';

export type AcceptProblem = 'accepted' | 'withdrawn' | 'expired' | 'unverified' | 'other-address';
export type AcceptResult = { ok: true } | { ok: false; error: { code: AcceptProblem } };

/**
 * Takes the signed-in person into the team in the role of the invitation, once. The invitation is for its address: a link that was
 * forwarded opens nothing for others.
 */
export async function acceptInvitation(
  db: Db,
  { viewer, secret, now = new Date() }: { viewer: Viewer; secret: string; now?: Date },
): Promise<AcceptResult> {
  return transaction(db, async (tx): Promise<AcceptResult> => {
    const invitation = await inspectInvitation(tx, { secret, now });
    if (invitation.state !== 'open') return { ok: false, error: { code: invitation.state } };
    if (!viewer.verified) return { ok: false, error: { code: 'unverified' } };
    if (viewer.email.toLowerCase() !== invitation.email) return { ok: false, error: { code: 'other-address' } };
    const { count } = await tx.teamInvitation.updateMany({
      where: { secretHash: hashSecret(secret), acceptedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
      data: { acceptedAt: now },
    });
    if (count !== 1) throw notFound('the invitation was used meanwhile');
    const { teamId, role } = invitation;
    await tx.roleGrant.createMany({ data: [{ userId: viewer.id, teamId, role }], skipDuplicates: true });
    await recordEvent(tx, {
      actorId: viewer.id,
      kind: 'team-joined',
      subject: { type: 'team-invitation', id: invitation.id },
      data: { teamId, role },
    });
    return { ok: true };
  });
}
