import type { Db } from '#app/db/client.server.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { hashSecret } from './secrets.server.ts';

/** On what occasion what somebody can come in with ends. */
export type Ending =
  | 'password-reset'
  | 'password-changed'
  | 'all-sessions'
  | 'address-changed'
  | 'disabled'
  | 'closed'
  | 'taken-over';

type Owner = {
  userId: string;
  email: string;
  now: Date;
  /** Hash of the session that goes on; null for none. */ kept: string | null;
};

/** `model` is the table that holds the secret's hash; `end` makes every one of the person's worthless. */
type Credential = { model: string; end: (tx: Db, owner: Owner) => Promise<unknown> };

/**
 * Everything a person, or whoever stole it from them, can act with in their name. Whoever adds a table with the hash of a secret
 * enters it here, or a test asks for it: what is on this list ends together.
 */
export const credentials = {
  sessions: {
    model: 'Session',
    end: (tx, { userId, now, kept }) =>
      tx.session.updateMany({
        where: { userId, revokedAt: null, ...(kept ? { secretHash: { not: kept } } : {}) },
        data: { revokedAt: now },
      }),
  },
  devices: { model: 'KnownDevice', end: (tx, { userId }) => tx.knownDevice.deleteMany({ where: { userId } }) },
  tokens: {
    model: 'ApiToken',
    end: (tx, { userId, now }) =>
      tx.apiToken.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } }),
  },
  /** Links of letters: to confirm the address, to reset the password, to come in as a guest. */
  links: {
    model: 'EmailToken',
    end: (tx, { userId }) => tx.emailToken.deleteMany({ where: { userId, usedAt: null } }),
  },
  addressChanges: { model: 'EmailChange', end: (tx, { userId }) => tx.emailChange.deleteMany({ where: { userId } }) },
  embargoLinks: {
    model: 'EmbargoLink',
    end: (tx, { email, now }) =>
      tx.embargoLink.updateMany({ where: { email, revokedAt: null }, data: { revokedAt: now } }),
  },
  invitations: {
    model: 'TeamInvitation',
    end: (tx, { email, now }) =>
      tx.teamInvitation.updateMany({
        where: { email, acceptedAt: null, withdrawnAt: null },
        data: { withdrawnAt: now },
      }),
  },
} as const satisfies Record<string, Credential>;

/** Tables with a secret's hash that open nothing in a person's name. */
export const otherSecrets: Readonly<Record<string, string>> = {
  BoardParticipant: 'a place at a diagnosis board: the cookie writes cards there, and opens no account',
  GuestFiling: 'a letter that waits to be confirmed: the link enters that letter and opens no account with a password',
  WaitingFile:
    'a file of a letter that is being written: the secret puts that file into the letter, and opens no account',
  ReplyLink: 'the place of an office in a term for replies: the link replies for that office, and opens no account',
  PressSubscription: 'a place on a list: the link puts the address on it, or takes it off',
};

/**
 * Ends everything on the list for one person, in the caller's transaction. `keptSession` is the secret of the session that goes
 * on, where the one who asks is not to be thrown out by it.
 */
export async function endCredentials(
  tx: Db,
  input: { userId: string; ending: Ending; keptSession?: string; now?: Date },
): Promise<void> {
  const { userId, now = new Date() } = input;
  const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  const owner: Owner = { userId, email, now, kept: input.keptSession ? hashSecret(input.keptSession) : null };
  for (const { end } of Object.values<Credential>(credentials)) await end(tx, owner);
  await recordEvent(tx, {
    kind: 'user.credentials-ended',
    subject: { type: 'user', id: userId },
    actorId: null,
    data: { ending: input.ending },
  });
}
