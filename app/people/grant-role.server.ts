import type { Db } from '#app/db/client.server.ts';
import { bumpRevision } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { findAccount } from './find-account.server.ts';
import { recordUserEvent } from './record.server.ts';

/** A role with the scope it is bound to, as an administrator names it. */
export type RoleOrder =
  | { role: 'official'; teryt: string }
  | { role: 'representative'; organisationName: string }
  | { role: 'member' | 'lead'; team: string }
  | { role: 'admin' };

export type RoleError = { code: 'no-account' | 'no-municipality' | 'no-team' | 'already' | 'not-held' };
export type RoleResult = { ok: true } | { ok: false; error: RoleError };

type Scope = { role: string; teryt: string | null; teamId: string | null; organisationName: string | null };

/** Gives a person a role. The command line decides who may: whoever can run it has the database anyway. */
export function grantRole(db: Db, input: { email: string; order: RoleOrder }): Promise<RoleResult> {
  return transaction(db, async (tx) => {
    const user = await findAccount(tx, input.email);
    if (!user || user.disabledAt) return { ok: false, error: { code: 'no-account' } };
    const scope = await scopeOf(tx, input.order);
    if ('code' in scope) return { ok: false, error: scope };
    // The database holds one active grant of a role for one place, also when two are made at once.
    const { count } = await tx.roleGrant.createMany({ data: [{ userId: user.id, ...scope }], skipDuplicates: true });
    if (count === 0) return { ok: false, error: { code: 'already' } };
    await record(tx, 'role.granted', user.id, scope);
    return { ok: true };
  });
}

/** Takes a role back. The grant stays in the database with the time it ended. */
export function revokeRole(db: Db, input: { email: string; order: RoleOrder }): Promise<RoleResult> {
  return transaction(db, async (tx) => {
    const user = await findAccount(tx, input.email);
    if (!user) return { ok: false, error: { code: 'no-account' } };
    const scope = await scopeOf(tx, input.order);
    if ('code' in scope) return { ok: false, error: scope };
    const { count } = await tx.roleGrant.updateMany({
      where: { userId: user.id, revokedAt: null, ...scope },
      data: { revokedAt: new Date() },
    });
    if (count === 0) return { ok: false, error: { code: 'not-held' } };
    await record(tx, 'role.revoked', user.id, scope);
    return { ok: true };
  });
}

async function scopeOf(tx: Db, order: RoleOrder): Promise<Scope | RoleError> {
  const scope: Scope = { role: order.role, teryt: null, teamId: null, organisationName: null };
  switch (order.role) {
    case 'official':
      if ((await tx.municipality.count({ where: { teryt: order.teryt } })) === 0) return { code: 'no-municipality' };
      return { ...scope, teryt: order.teryt };
    case 'representative':
      return { ...scope, organisationName: order.organisationName };
    case 'admin':
      return scope;
    default: {
      const team = await tx.team.findUnique({ where: { slug: order.team }, select: { id: true } });
      return team ? { ...scope, teamId: team.id } : { code: 'no-team' };
    }
  }
}

async function record(tx: Db, kind: 'role.granted' | 'role.revoked', userId: string, scope: Scope): Promise<void> {
  await recordUserEvent(tx, {
    kind,
    userId,
    actorId: null,
    teryt: scope.teryt,
    data: { role: scope.role, teamId: scope.teamId },
  });
  // The page of a municipality says whether its office takes part.
  if (scope.teryt) await bumpRevision(tx);
}
