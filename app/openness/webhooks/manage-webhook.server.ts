import { isIP } from 'node:net';
import type { Db } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/is-uuid.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { requireLimit, withinLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import type { EventKind } from '#app/record/event-kinds.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { maxWebhooks, type WebhookEvent } from './events.ts';
import { allowsPrivate, isPublicAddress } from './public-address.server.ts';
import { makeWebhookSecret } from './signature.server.ts';
import { isLocalName, mayManage } from './webhook-rules.ts';

export type CreateWebhookResult =
  | { ok: true; value: { id: string } }
  | { ok: false; error: { code: 'private' | 'full' } | TooMany };

/** Registers an address for events of a municipality from now on. Refused for addresses inside a private network. */
export async function createWebhook(
  db: Db,
  input: { viewer: Viewer; teryt: string; url: string; events: WebhookEvent[]; now?: Date },
): Promise<CreateWebhookResult> {
  const { viewer, teryt, url, events, now = new Date() } = input;
  if (!mayManage(viewer, teryt)) throw notFound('may not manage webhooks here');
  if (!allowsPrivate() && isInside(url)) return { ok: false, error: { code: 'private' } };
  return withinLimit(db, 'webhook', { person: viewer.id }, () =>
    transaction(db, async (tx): Promise<CreateWebhookResult> => {
      // Counting and adding must not overlap for two people of one office.
      const [municipality] = await tx.$queryRaw<
        { teryt: string }[]
      >`select teryt from "Municipality" where teryt = ${teryt} for update`;
      if (!municipality) throw notFound('no such municipality');
      if ((await tx.webhook.count({ where: { teryt } })) >= maxWebhooks) return { ok: false, error: { code: 'full' } };
      const { id } = await tx.webhook.create({
        data: {
          teryt,
          url,
          events,
          secret: makeWebhookSecret(),
          createdById: viewer.id,
          createdAt: now,
          scannedTo: now,
        },
        select: { id: true },
      });
      await record(tx, 'webhook-created', { id, teryt, viewer });
      return { ok: true, value: { id } };
    }),
  );
}

function isInside(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  return isLocalName(url) || (isIP(host) !== 0 && !isPublicAddress(host));
}

async function record(
  tx: Db,
  kind: EventKind,
  { id, teryt, viewer }: { id: string; teryt: string; viewer: Viewer },
): Promise<void> {
  await recordEvent(tx, { kind, teryt, actorId: viewer.id, subject: { type: 'webhook', id: id }, data: {} });
}

type Named = { viewer: Viewer; id: string; now?: Date };

async function requireWebhook(tx: Db, { viewer, id }: Named) {
  const webhook = isUuid(id) ? await tx.webhook.findUnique({ where: { id } }) : null;
  if (!webhook || !mayManage(viewer, webhook.teryt)) throw notFound('no such webhook');
  return webhook;
}

/** Tells the address nothing more, or begins again with what happens from now on; one that is so already is left alone and misses nothing. */
export async function switchWebhook(db: Db, input: Named & { on: boolean }): Promise<void> {
  await transaction(db, async (tx) => {
    const { teryt } = await requireWebhook(tx, input);
    const now = input.now ?? new Date();
    const { count } = await tx.webhook.updateMany({
      where: { id: input.id, teryt, disabledAt: input.on ? { not: null } : null },
      data: input.on
        ? { disabledAt: null, disabledBy: null, failingSince: null, scannedTo: now }
        : { disabledAt: now, disabledBy: 'person' },
    });
    if (count === 0) return;
    await record(tx, input.on ? 'webhook-enabled' : 'webhook-disabled', { id: input.id, teryt, viewer: input.viewer });
  });
}

/** Removes the address with its log. */
export async function deleteWebhook(db: Db, input: Named): Promise<void> {
  await transaction(db, async (tx) => {
    const { teryt } = await requireWebhook(tx, input);
    await tx.webhook.deleteMany({ where: { id: input.id, teryt } });
    await record(tx, 'webhook-deleted', { id: input.id, teryt, viewer: input.viewer });
  });
}

/** Sends one message of the log again, with the same id: a receiver that has it already can tell. */
export async function replayDelivery(db: Db, input: Named & { delivery: string }): Promise<void> {
  await requireLimit(db, 'webhook', { person: input.viewer.id, target: input.id });
  await transaction(db, async (tx) => {
    const { teryt } = await requireWebhook(tx, input);
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id: input.delivery, webhookId: input.id, teryt },
      data: { sentAt: null, attempts: 0, runAt: input.now ?? new Date() },
    });
    if (count === 0) throw notFound('no such message');
    await record(tx, 'webhook-replayed', { id: input.id, teryt, viewer: input.viewer });
  });
}

/** Queues a message that tells nothing, to try the connection. */
export async function testWebhook(db: Db, input: Named): Promise<void> {
  await requireLimit(db, 'webhook', { person: input.viewer.id, target: input.id });
  await transaction(db, async (tx) => {
    const { teryt } = await requireWebhook(tx, input);
    const now = input.now ?? new Date();
    const { name } = await tx.municipality.findUniqueOrThrow({ where: { teryt }, select: { name: true } });
    await tx.webhookDelivery.create({
      data: {
        webhookId: input.id,
        teryt,
        kind: 'test',
        dedupeKey: `test:${now.toISOString()}`,
        runAt: now,
        payload: {
          type: 'test',
          timestamp: now.toISOString(),
          data: {
            municipality: { teryt, name },
            consultation: null,
            remark: null,
            meeting: null,
            version: null,
            stage: null,
          },
        },
      },
    });
    await record(tx, 'webhook-tested', { id: input.id, teryt, viewer: input.viewer });
  });
}
