import type { Db } from '#app/db/client.server.ts';
import { noteInPassing } from '#app/db/note-in-passing.server.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import { hashSecret, makeSecret } from './secrets.server.ts';
import type { Role, Viewer } from './viewer.ts';

/** A session ends so many days after its last use, and at the latest so many after it began. */
export const sessionDays = 30;
export const longestSessionDays = 180;
const day = 86_400_000;

/** Starts a session and returns the secret for the cookie. */
export async function startSession(db: Db, input: { userId: string; userAgent: string | null }): Promise<string> {
  const { secret, hash } = makeSecret();
  await db.session.create({
    data: {
      secretHash: hash,
      userId: input.userId,
      userAgent: input.userAgent?.slice(0, 300) ?? null,
      expiresAt: new Date(Date.now() + sessionDays * day),
    },
  });
  return secret;
}

/** What makes a viewer of an account, for whatever proves who somebody is: a session, a token. */
export const viewerSelect = {
  id: true,
  email: true,
  displayName: true,
  emailVerifiedAt: true,
  isGuest: true,
  grants: { where: { revokedAt: null }, select: { role: true, teryt: true, teamId: true, organisationName: true } },
} as const satisfies Prisma.UserSelect;

export function viewerOf(user: Prisma.UserGetPayload<{ select: typeof viewerSelect }>): Viewer {
  return {
    id: user.id,
    email: user.email,
    displayName: user.displayName,
    verified: user.emailVerifiedAt !== null,
    isGuest: user.isGuest,
    grants: user.grants.map((grant) => ({ ...grant, role: grant.role as Role })),
  };
}

/** The person behind a cookie; null when the session is unknown, over, revoked or the account is closed. */
export async function findViewer(db: Db, secret: string): Promise<Viewer | null> {
  const session = await db.session.findFirst({
    where: {
      secretHash: hashSecret(secret),
      revokedAt: null,
      expiresAt: { gt: new Date() },
      user: { disabledAt: null },
    },
    select: {
      id: true,
      lastSeenAt: true,
      createdAt: true,
      user: { select: viewerSelect },
    },
  });
  if (!session) return null;
  // Once an hour is precise enough for "last seen" and spares a write per page.
  if (Date.now() - session.lastSeenAt.getTime() > 3_600_000) {
    const now = Date.now();
    const expiresAt = new Date(
      Math.min(now + sessionDays * day, session.createdAt.getTime() + longestSessionDays * day),
    );
    await noteInPassing(() =>
      db.session.updateMany({ where: { id: session.id }, data: { lastSeenAt: new Date(now), expiresAt } }),
    );
  }
  return viewerOf(session.user);
}

/** Ends the session of a cookie. */
export async function endSession(db: Db, secret: string): Promise<void> {
  await db.session.updateMany({
    where: { secretHash: hashSecret(secret), revokedAt: null },
    data: { revokedAt: new Date() },
  });
}
