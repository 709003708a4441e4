import type { RemarkState } from '#app/drafting/state/remark-state.ts';
import { namedComments, namedFilings } from '#app/account/naming/remove-names.server.ts';
import { listAsked, type AskedRemark } from '#app/drafting/carry/asked-of-author.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { deviceName } from '#app/people/device.ts';
import { hashSecret } from '#app/people/secrets.server.ts';
import type { OfficeLetters } from '#app/people/office-letters.ts';
import { officialTeryts, type Role, type Viewer } from '#app/people/viewer.ts';

export type SessionRow = { id: string; device: string | null; startedAt: Date; lastSeenAt: Date; current: boolean };
export type RoleRow = { role: Role; scope: string; teryt: string | null };
export type OwnRemark = {
  number: number;
  kind: 'remark' | 'amendment';
  state: RemarkState;
  filedAt: Date;
  consultation: { slug: string; title: string };
};

export type AccountPage = {
  displayName: string;
  email: string;
  locale: string;
  verified: boolean;
  isGuest: boolean;
  /** When letters about drafts come; null for those who are not officials. */
  officeLetters: OfficeLetters | null;
  sessions: SessionRow[];
  roles: RoleRow[];
  /** What waits for an answer of the person. */ asked: AskedRemark[];
  remarks: OwnRemark[];
  /** Letters and comments that name the person in public. */ signatures: number;
};

/** Everything the page of one's own account shows. */
export async function getAccountPage(db: Db, input: { viewer: Viewer; sessionSecret: string }): Promise<AccountPage> {
  const { viewer } = input;
  const user = await db.user.findUniqueOrThrow({
    where: { id: viewer.id },
    select: { displayName: true, email: true, locale: true, officeLetters: true },
  });
  return {
    ...user,
    officeLetters: officialTeryts(viewer).length > 0 ? (user.officeLetters as OfficeLetters) : null,
    verified: viewer.verified,
    isGuest: viewer.isGuest ?? false,
    sessions: await listSessions(db, input),
    roles: await listRoles(db, viewer.id),
    asked: await listAsked(db, viewer.id),
    remarks: await listRemarks(db, viewer.id),
    signatures:
      (await db.filing.count({ where: namedFilings(viewer.id, { kind: 'all' }) })) +
      (await db.comment.count({ where: namedComments(viewer.id, { kind: 'all' }) })),
  };
}

async function listSessions(
  db: Db,
  { viewer, sessionSecret }: { viewer: Viewer; sessionSecret: string },
): Promise<SessionRow[]> {
  const rows = await db.session.findMany({
    where: { userId: viewer.id, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { lastSeenAt: 'desc' },
    take: 50,
    select: { id: true, secretHash: true, userAgent: true, createdAt: true, lastSeenAt: true },
  });
  const current = hashSecret(sessionSecret);
  return rows.map((row) => ({
    id: row.id,
    device: deviceName(row.userAgent),
    startedAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
    current: row.secretHash === current,
  }));
}

/** Roles of a person with the names of their scopes. */
export async function listRoles(db: Db, userId: string): Promise<RoleRow[]> {
  const grants = await db.roleGrant.findMany({
    where: { userId, revokedAt: null },
    orderBy: { grantedAt: 'asc' },
    select: {
      role: true,
      teryt: true,
      organisationName: true,
      municipality: { select: { name: true } },
      team: { select: { name: true } },
    },
  });
  return grants.map((grant) => ({
    role: grant.role as Role,
    teryt: grant.teryt,
    scope: grant.municipality?.name ?? grant.team?.name ?? grant.organisationName ?? '',
  }));
}

async function listRemarks(db: Db, userId: string): Promise<OwnRemark[]> {
  const remarks = await db.remark.findMany({
    where: { authorId: userId },
    orderBy: { filedAt: 'desc' },
    take: 200,
    select: {
      number: true,
      kind: true,
      state: true,
      filedAt: true,
      consultation: { select: { slug: true, title: true } },
    },
  });
  return remarks.map((remark) => ({
    ...remark,
    kind: remark.kind === 'amendment' ? 'amendment' : 'remark',
    state: remark.state as RemarkState,
  }));
}
