import type { Db } from '#app/db/client.server.ts';
import { failingDays, maxAttempts, retryMinutes } from './events.ts';
import { postMessage } from './post-message.server.ts';
import { allowsPrivate } from './public-address.server.ts';
import { signedHeaders } from './signature.server.ts';

type Claimed = { id: string; webhookId: string; url: string; secret: string; payload: unknown; attempts: number };

/** How long a claimed message belongs to one process; after that it is taken for lost and tried again. */
const leaseMinutes = 5;
export const batch = 10;

/** Claims due messages by one short statement, before any talk with a receiver, as the sender of letters does. */
async function claim(db: Db, now: Date): Promise<Claimed[]> {
  return db.$queryRaw<Claimed[]>`
    update "WebhookDelivery" d set attempts = attempts + 1, "triedAt" = ${now}, "runAt" = ${now}::timestamptz + make_interval(mins => ${leaseMinutes}::int)
    from "Webhook" w
    where w.id = d."webhookId" and d.id in (
      select d2.id from "WebhookDelivery" d2 join "Webhook" w2 on w2.id = d2."webhookId"
      where d2."sentAt" is null and d2."runAt" <= ${now} and d2.attempts < ${maxAttempts} and w2."disabledAt" is null
      order by d2."runAt", d2.id limit ${batch} for update of d2 skip locked)
    returning d.id::text as id, w.id::text as "webhookId", w.url, w.secret, d.payload, d.attempts`;
}

/** Sends what is due, at most one batch at once; returns how many messages were tried. */
export async function sendMessages(db: Db, now = new Date()): Promise<number> {
  const messages = await claim(db, now);
  await Promise.all(messages.map((message) => sendOne(db, message, now)));
  return messages.length;
}

async function sendOne(db: Db, message: Claimed, now: Date): Promise<void> {
  const body = JSON.stringify(message.payload);
  const headers = signedHeaders(message.secret, { id: message.id, body, at: now });
  try {
    const status = await postMessage({ url: message.url, headers, body, allowPrivate: allowsPrivate() });
    if (status >= 200 && status < 300) return await sent(db, message, { status, now });
    await failed(db, message, { status, error: null, now });
  } catch (error) {
    await failed(db, message, { status: null, error: describe(error), now });
  }
}

async function sent(db: Db, message: Claimed, { status, now }: { status: number; now: Date }): Promise<void> {
  await db.webhookDelivery.updateMany({
    where: { id: message.id },
    data: { sentAt: now, lastStatus: status, lastError: null },
  });
  await db.webhook.updateMany({ where: { id: message.webhookId }, data: { failingSince: null } });
}

async function failed(
  db: Db,
  message: Claimed,
  { status, error, now }: { status: number | null; error: string | null; now: Date },
): Promise<void> {
  const wait = retryMinutes[message.attempts - 1] ?? 0;
  await db.webhookDelivery.updateMany({
    where: { id: message.id },
    data: { lastStatus: status, lastError: error, runAt: new Date(now.getTime() + wait * 60_000) },
  });
  await db.webhook.updateMany({ where: { id: message.webhookId, failingSince: null }, data: { failingSince: now } });
  // 410 says that nobody will ever listen here again.
  const since = status === 410 ? now : new Date(now.getTime() - failingDays * 86_400_000);
  await db.webhook.updateMany({
    where: { id: message.webhookId, disabledAt: null, failingSince: { lte: since } },
    data: { disabledAt: now, disabledBy: 'failure' },
  });
}

/** Code and first line; nothing a receiver said gets into the log. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause = error.name === 'AbortError' && error.cause instanceof Error ? error.cause : error;
  const code = 'code' in cause && typeof cause.code === 'string' ? `${cause.code}: ` : '';
  return `${code}${cause.message}`.split('\n')[0]!.slice(0, 300);
}
