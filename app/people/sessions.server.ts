import type { Db } from '#app/db/client.server.ts';
import { noteInPassing } from '#app/db/note-in-passing.server.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import { hashSecret, makeSecret } from './secrets.server.ts';
import type { Role, Viewer } from './viewer.ts';

/** A session ends so many days after its last use, and at the latest so many after it began. */
export const sessionDays = 30;
export const longestSessionDays = 180;
/** On a device that others use as well. */
export const sharedMinutes = 30;
export const longestSharedHours = 8;
const day = 86_400_000;

type SessionTimes = {
  /** From one use to the end. */ idle: number;
  /** From the sign-in to the end, however much it is used. */ longest: number;
  /** Between two notes of when it was used: precise enough, and no write for each page. */ noted: number;
};
const ownTimes: SessionTimes = { idle: sessionDays * day, longest: longestSessionDays * day, noted: 3_600_000 };
const sharedTimes: SessionTimes = {
  idle: sharedMinutes * 60_000,
  longest: longestSharedHours * 3_600_000,
  noted: 60_000,
};

/** What kind a session is stands in its secret: whoever changes it has the secret of none. */
const sharedMark = 'shared.';
const isShared = (secret: string) => secret.startsWith(sharedMark);
const timesOf = (secret: string) => (isShared(secret) ? sharedTimes : ownTimes);

/** Starts a session and returns the secret for the cookie. */
export async function startSession(
  db: Db,
  input: { userId: string; userAgent: string | null; shared?: boolean },
): Promise<string> {
  const secret = (input.shared ? sharedMark : '') + makeSecret().secret;
  await db.session.create({
    data: {
      secretHash: hashSecret(secret),
      userId: input.userId,
      userAgent: input.userAgent?.slice(0, 300) ?? null,
      expiresAt: new Date(Date.now() + timesOf(secret).idle),
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
  const { idle, longest, noted } = timesOf(secret);
  if (Date.now() - session.lastSeenAt.getTime() > noted) {
    const now = Date.now();
    const expiresAt = new Date(Math.min(now + idle, session.createdAt.getTime() + longest));
    await noteInPassing(() =>
      db.session.updateMany({ where: { id: session.id }, data: { lastSeenAt: new Date(now), expiresAt } }),
    );
  }
  return viewerOf(session.user);
}

type SessionEnd = {
  /** Unless it is used again. */ endsAt: Date;
  /** Whatever it is used for. */ endsAtLatest: Date;
  /** On a device that others use as well. */ isShared: boolean;
};

/** When the session of a cookie ends, without using it; null when it has. */
export async function findSessionEnd(db: Db, secret: string, now = new Date()): Promise<SessionEnd | null> {
  const session = await db.session.findFirst({
    where: { secretHash: hashSecret(secret), revokedAt: null, expiresAt: { gt: now }, user: { disabledAt: null } },
    select: { createdAt: true, expiresAt: true },
  });
  return (
    session && {
      endsAt: session.expiresAt,
      endsAtLatest: new Date(session.createdAt.getTime() + timesOf(secret).longest),
      isShared: isShared(secret),
    }
  );
}

/** Ends the session of a cookie. */
export async function endSession(db: Db, secret: string): Promise<void> {
  await db.session.updateMany({
    where: { secretHash: hashSecret(secret), revokedAt: null },
    data: { revokedAt: new Date() },
  });
}
