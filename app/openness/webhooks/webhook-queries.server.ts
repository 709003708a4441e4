import type { Db } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/is-uuid.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isAdmin, officialTeryts, type Viewer } from '#app/people/viewer.ts';
import { maxAttempts } from './events.ts';
import { mayManage } from './webhook-rules.ts';

export type WebhookRow = {
  id: string;
  teryt: string;
  url: string;
  events: string[];
  createdAt: Date;
  failingSince: Date | null;
  disabledAt: Date | null;
  disabledBy: string | null;
};
export type WebhookPage = WebhookRow & { municipality: string; secret: string; deliveries: DeliveryRow[] };
export type DeliveryRow = {
  id: string;
  kind: string;
  createdAt: Date;
  triedAt: Date | null;
  attempts: number;
  state: 'sent' | 'waiting' | 'given-up';
  lastStatus: number | null;
  lastError: string | null;
  nextAt: Date;
};

const select = {
  id: true,
  teryt: true,
  url: true,
  events: true,
  createdAt: true,
  failingSince: true,
  disabledAt: true,
  disabledBy: true,
} as const;

/** Addresses of the municipalities that a person may connect; an administrator names one. */
export async function listWebhooks(
  db: Db,
  { viewer, teryt }: { viewer: Viewer; teryt: string | null },
): Promise<{ places: { teryt: string; name: string }[]; webhooks: WebhookRow[] }> {
  const teryts = teryt === null ? officialTeryts(viewer) : [teryt];
  if (teryts.length === 0 && isAdmin(viewer))
    return { places: [], webhooks: await db.webhook.findMany({ orderBy: { id: 'desc' }, take: 200, select }) };
  if (teryts.length === 0 || !teryts.every((each) => mayManage(viewer, each)))
    throw notFound('may not manage webhooks here');
  const places = await db.municipality.findMany({
    where: { teryt: { in: teryts } },
    orderBy: { name: 'asc' },
    select: { teryt: true, name: true },
  });
  if (places.length === 0) throw notFound('no such municipality');
  return {
    places,
    webhooks: await db.webhook.findMany({ where: { teryt: { in: teryts } }, orderBy: { id: 'desc' }, select }),
  };
}

/** One address with its secret and its newest messages. Throws not found for everybody who may not manage it. */
export async function getWebhook(db: Db, { viewer, id }: { viewer: Viewer; id: string }): Promise<WebhookPage> {
  const row = isUuid(id) ? await db.webhook.findUnique({ where: { id }, select: { ...select, secret: true } }) : null;
  if (!row || !mayManage(viewer, row.teryt)) throw notFound('no such webhook');
  const { name } = await db.municipality.findUniqueOrThrow({ where: { teryt: row.teryt }, select: { name: true } });
  const deliveries = await db.webhookDelivery.findMany({
    where: { webhookId: id },
    orderBy: { id: 'desc' },
    take: 100,
    select: {
      id: true,
      kind: true,
      createdAt: true,
      triedAt: true,
      attempts: true,
      sentAt: true,
      lastStatus: true,
      lastError: true,
      runAt: true,
    },
  });
  return {
    ...row,
    municipality: name,
    deliveries: deliveries.map(({ sentAt, runAt, ...delivery }) => ({
      ...delivery,
      nextAt: runAt,
      state: sentAt ? 'sent' : delivery.attempts >= maxAttempts ? 'given-up' : 'waiting',
    })),
  };
}
