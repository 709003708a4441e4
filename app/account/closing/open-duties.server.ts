import { liveDraftStates } from '#app/drafting/state/draft-state.ts';
import type { Db } from '#app/db/client.server.ts';
import { isLastAdministrator } from '#app/people/lock-administrators.server.ts';

type DutyKind =
  | 'assigned'
  | 'drafts'
  | 'last-official'
  | 'coding'
  | 'last-lead'
  | 'last-administrator'
  | 'organisation';
/** Something others would be left with; `blocks` until it is handed over. */
export type Duty = {
  kind: DutyKind;
  count: number;
  /** Municipality, team or organisation. */ scope: string;
  blocks: boolean;
};

const others = (userId: string) => ({ revokedAt: null, userId: { not: userId }, user: { disabledAt: null } });

/** What a person has to hand over before their account is closed, and what will wait in vain for their answer. */
export async function openDuties(db: Db, userId: string): Promise<Duty[]> {
  const assigned = await db.remark.count({ where: { assignedToId: userId, state: 'open' } });
  const waiting = { draftedById: userId, state: { in: [...liveDraftStates] } };
  const drafts = (await db.rulingDraft.count({ where: waiting })) + (await db.officeDraft.count({ where: waiting }));
  const coding = await db.assignment.count({ where: { userId, edition: { state: 'coding' } } });
  const admin = (await isLastAdministrator(db, userId)) ? 1 : 0;
  const counted: Duty[] = [
    { kind: 'assigned', count: assigned, scope: '', blocks: true },
    { kind: 'drafts', count: drafts, scope: '', blocks: true },
    { kind: 'coding', count: coding, scope: '', blocks: true },
    { kind: 'last-administrator', count: admin, scope: '', blocks: true },
  ];
  return [...counted, ...(await dutiesOfRoles(db, userId))].filter(({ count }) => count > 0);
}

async function dutiesOfRoles(db: Db, userId: string): Promise<Duty[]> {
  const grants = await db.roleGrant.findMany({
    where: { userId, revokedAt: null },
    orderBy: { grantedAt: 'asc' },
    select: {
      role: true,
      teryt: true,
      teamId: true,
      organisationName: true,
      municipality: { select: { name: true } },
      team: { select: { name: true } },
    },
  });
  const duties: Duty[] = [];
  for (const { role, teryt, teamId, organisationName, municipality, team } of grants) {
    if ((await db.roleGrant.count({ where: { ...others(userId), role, teryt, teamId, organisationName } })) > 0)
      continue;
    const scope = municipality?.name ?? team?.name ?? organisationName ?? '';
    if (role === 'official' && teryt)
      duties.push({
        kind: 'last-official',
        count: await db.remark.count({ where: { teryt, state: 'open' } }),
        scope,
        blocks: true,
      });
    if (role === 'lead' && teamId)
      duties.push({
        kind: 'last-lead',
        count: await db.edition.count({ where: { teamId, state: 'coding' } }),
        scope,
        blocks: true,
      });
    if (role === 'representative' && organisationName)
      duties.push({
        kind: 'organisation',
        count: await db.remark.count({ where: { authorId: userId, organisation: organisationName, state: 'open' } }),
        scope,
        blocks: false,
      });
  }
  return duties;
}
