import type { Db } from '#app/db/client.server.ts';
import { Prisma } from '#app/generated/prisma/client.ts';
import { neverSent } from './never-sent.server.ts';
import { letterKind, maxAttempts } from './sender.server.ts';

type LetterState = 'failed' | 'waiting' | 'kept';

export type OutboxLetter = {
  id: string;
  kind: string;
  /** `kept`: the sender passes it by for good, see never-sent.server.ts. */
  state: LetterState;
  /** Where it goes, without the person. */
  domain: string;
  createdAt: Date;
  /** When it is tried next; for one that was given up, when it was tried last. */
  runAt: Date;
  attempts: number;
  lastError: string | null;
};
export type Outbox = { letters: OutboxLetter[]; failed: number; waiting: number; kept: number };

const unsent = { sentAt: null };

/** What will become of a letter, as the sender decides it. */
const stateOf = Prisma.sql`case when "failedAt" is not null then 'failed' when attempts >= ${maxAttempts} or ${neverSent} then 'kept' else 'waiting' end`;

type Row = Omit<OutboxLetter, 'kind' | 'domain'> & { dedupeKey: string | null; toEmail: string; failedAt: Date | null };

/** Letters that were not sent, those given up first and those that are kept last, at most 100, and how many there are of each. */
export async function listOutbox(db: Db, { failedOnly }: { failedOnly: boolean }): Promise<Outbox> {
  const rows = await db.$queryRaw<Row[]>`
    select * from (
      select id::text as id, "dedupeKey", "toEmail", "createdAt", "runAt", "failedAt", attempts, "lastError", ${stateOf} as state from "MailMessage" where "sentAt" is null
    ) letter where state = 'failed' or not ${failedOnly}::boolean
    order by "failedAt" desc nulls last, state desc, "runAt", id limit 100`;
  const counts = await db.$queryRaw<{ state: LetterState; count: number }[]>`
    select state, count(*)::int as count from (select ${stateOf} as state from "MailMessage" where "sentAt" is null) letter group by state`;
  const countOf = (state: LetterState) => counts.find((each) => each.state === state)?.count ?? 0;
  return {
    letters: rows.map(({ dedupeKey, toEmail, failedAt, runAt, ...row }) => ({
      ...row,
      kind: letterKind(dedupeKey),
      domain: toEmail.slice(toEmail.lastIndexOf('@') + 1),
      runAt: failedAt ?? runAt,
    })),
    failed: countOf('failed'),
    waiting: failedOnly ? 0 : countOf('waiting'),
    kept: failedOnly ? 0 : countOf('kept'),
  };
}

/** Tries a letter again from the beginning, or all that were given up; returns how many. Those that no sender ever takes are not among them. */
export async function retryLetters(db: Db, id: string): Promise<number> {
  const chosen = id === 'all' ? Prisma.sql`"failedAt" is not null` : Prisma.sql`id::text = ${id}`;
  return db.$executeRaw`update "MailMessage" set "failedAt" = null, attempts = 0, "runAt" = now() where "sentAt" is null and ${chosen} and not ${neverSent}`;
}

/** Removes a letter that was not sent; returns how many there were. */
export async function dropLetter(db: Db, id: string): Promise<number> {
  return (await db.mailMessage.deleteMany({ where: { ...unsent, id } })).count;
}
