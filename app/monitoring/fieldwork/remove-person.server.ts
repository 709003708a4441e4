import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isLeadOf, type Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';

export type RemovePersonResult = { ok: true } | { ok: false; error: { code: 'last-lead' | 'moved' } };

export type RemovePerson = {
  viewer: Viewer;
  teamId: string;
  userId: string;
  /** Roles that the page showed; with others by now nobody is removed. */ roles: readonly string[];
};

/**
 * Ends all roles of a person in the team and their assignments in editions still being coded. Their answers stay, with their name. Only
 * the lead can, and the last lead cannot go: a team without one could not publish.
 */
export async function removePerson(
  db: Db,
  { viewer, teamId, userId, roles }: RemovePerson,
): Promise<RemovePersonResult> {
  if (!isLeadOf(viewer, teamId)) throw notFound('not the lead of this team');
  return transaction(db, async (tx): Promise<RemovePersonResult> => {
    // Two leads who remove each other at once: the second one waits and finds itself the last.
    await tx.$queryRaw`select id from "Team" where id = ${teamId}::uuid for update`;
    const held = await tx.roleGrant.findMany({ where: { teamId, userId, revokedAt: null }, select: { role: true } });
    if (
      held.length > 0 &&
      held
        .map(({ role }) => role)
        .sort()
        .join() !== [...roles].sort().join()
    )
      return { ok: false, error: { code: 'moved' } };
    const others = await tx.roleGrant.count({
      where: { teamId, role: 'lead', revokedAt: null, userId: { not: userId }, user: { disabledAt: null } },
    });
    if (others === 0) return { ok: false, error: { code: 'last-lead' } };
    const { count } = await tx.roleGrant.updateMany({
      where: { teamId, userId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw notFound('not in this team');
    await tx.assignment.deleteMany({ where: { userId, edition: { teamId, state: 'coding' } } });
    await recordEvent(tx, {
      actorId: viewer.id,
      kind: 'team-left',
      subject: { type: 'user', id: userId },
      data: { teamId },
    });
    return { ok: true };
  });
}
