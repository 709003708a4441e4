import type { Db } from '#app/db/client.server.ts';
import { bumpRevision } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { recordEvent } from '#app/record/record-event.server.ts';

export type CreateTeamResult = { ok: true } | { ok: false; error: { code: 'exists' } };

/** Opens a monitoring team. `slug` names it in addresses and commands; `contact` is shown to the public. */
export function createTeam(db: Db, input: { slug: string; name: string; contact: string }): Promise<CreateTeamResult> {
  return transaction(db, async (tx) => {
    if ((await tx.team.count({ where: { slug: input.slug } })) > 0) return { ok: false, error: { code: 'exists' } };
    const team = await tx.team.create({ data: input });
    await recordEvent(tx, { kind: 'team.created', subject: { type: 'team', id: team.id } });
    await bumpRevision(tx);
    return { ok: true };
  });
}
