import type { Db } from '#app/db/client.server.ts';
import { letterKind } from './sender.server.ts';

export type OutboxLetter = {
  id: string;
  kind: string;
  state: 'failed' | 'waiting';
  /** Where it goes, without the person. */
  domain: string;
  createdAt: Date;
  /** When it is tried next; for one that was given up, when it was tried last. */
  runAt: Date;
  attempts: number;
  lastError: string | null;
};
export type Outbox = { letters: OutboxLetter[]; failed: number; waiting: number };

const unsent = { sentAt: null };

/** Letters that were not sent, those given up first, at most 100, and how many there are of each. */
export async function listOutbox(db: Db, { failedOnly }: { failedOnly: boolean }): Promise<Outbox> {
  const rows = await db.mailMessage.findMany({
    where: { ...unsent, ...(failedOnly ? { failedAt: { not: null } } : {}) },
    orderBy: [{ failedAt: { sort: 'desc', nulls: 'last' } }, { runAt: 'asc' }, { id: 'asc' }], take: 100,
    select: { id: true, dedupeKey: true, toEmail: true, createdAt: true, runAt: true, failedAt: true, attempts: true, lastError: true },
  });
  return {
    letters: rows.map(({ dedupeKey, toEmail, failedAt, runAt, ...row }) => ({
      ...row, kind: letterKind(dedupeKey), state: failedAt ? 'failed' : 'waiting', domain: toEmail.slice(toEmail.lastIndexOf('@') + 1), runAt: failedAt ?? runAt,
    })),
    failed: await db.mailMessage.count({ where: { ...unsent, failedAt: { not: null } } }),
    waiting: failedOnly ? 0 : await db.mailMessage.count({ where: { ...unsent, failedAt: null } }),
  };
}

/** Tries a letter again from the beginning, or all that were given up; returns how many. */
export async function retryLetters(db: Db, id: string): Promise<number> {
  const { count } = await db.mailMessage.updateMany({ where: { ...unsent, ...(id === 'all' ? { failedAt: { not: null } } : { id }) }, data: { failedAt: null, attempts: 0, runAt: new Date() } });
  return count;
}

/** Removes a letter that was not sent; returns how many there were. */
export async function dropLetter(db: Db, id: string): Promise<number> {
  return (await db.mailMessage.deleteMany({ where: { ...unsent, id } })).count;
}
