import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { paths } from '#app/i18n/paths.ts';
import { eventsByKind, type WebhookEvent, type WebhookMessage } from './events.ts';

/** Longer than any transaction may take: what was begun before the last look may have been kept after it. */
const overlapMs = 10 * 60_000;
const pageSize = 500;
const stageOf: Readonly<Record<string, string>> = {
  'unified-frozen': 'sent',
  'unified-reopened': 'deciding',
  'text-adopted': 'adopted',
};

type Hook = { id: string; teryt: string; events: string[]; createdAt: Date; scannedTo: Date };
type Found = {
  key: string;
  kind: WebhookEvent;
  at: Date;
  consultationId: string | null;
  remarkId?: string | null;
  meetingId?: string | null;
  version?: number;
  stage?: string;
};

/**
 * Writes a message for everything that happened since the last look and that an address asked for. Reads the record, so no
 * use case knows of webhooks, and nothing is sent from inside a transaction. Twice the same is once: keys are unique.
 */
export async function scanEvents(db: Db, now = new Date()): Promise<void> {
  const hooks = await db.webhook.findMany({
    where: { disabledAt: null },
    select: { id: true, teryt: true, events: true, createdAt: true, scannedTo: true },
  });
  for (const hook of hooks) {
    const from = new Date(Math.max(hook.scannedTo.getTime() - overlapMs, hook.createdAt.getTime()));
    await write(db, hook, [
      ...(await recorded(db, hook, from)),
      ...(await versions(db, hook, from)),
      ...(await stages(db, hook, { from, now })),
    ]);
    await db.webhook.updateMany({ where: { id: hook.id }, data: { scannedTo: now } });
  }
}

async function recorded(db: Db, hook: Hook, from: Date): Promise<Found[]> {
  const kinds = Object.keys(eventsByKind).filter((kind) => hook.events.includes(eventsByKind[kind] ?? ''));
  const found: Found[] = [];
  for (let after = firstIdAt(from); ;) {
    const rows = await db.event.findMany({
      where: { teryt: hook.teryt, kind: { in: kinds }, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: pageSize,
      select: { id: true, kind: true, at: true, consultationId: true, subjectType: true, subjectId: true, data: true },
    });
    for (const { id, kind, subjectType, subjectId, data, ...row } of rows) {
      // A text that was only proposed left the consultation in its stage.
      if (kind === 'unified-reopened' && (data as { previous?: string }).previous !== 'frozen') continue;
      const stage = stageOf[kind];
      found.push({
        ...row,
        key: `event:${id}`,
        kind: eventsByKind[kind]!,
        remarkId: subjectType === 'remark' ? subjectId : null,
        meetingId: subjectType === 'meeting' ? subjectId : null,
        ...(stage ? { stage } : {}),
      });
    }
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return found;
    after = last.id;
  }
}

async function versions(db: Db, hook: Hook, from: Date): Promise<Found[]> {
  if (!hook.events.includes('version.made')) return [];
  const rows = await db.version.findMany({
    where: { teryt: hook.teryt, number: { gt: 1 }, id: { gt: firstIdAt(from) } },
    orderBy: { id: 'asc' },
    select: { id: true, number: true, createdAt: true, consultationId: true },
  });
  return rows.map((row) => ({
    key: `version:${row.id}`,
    kind: 'version.made',
    at: row.createdAt,
    consultationId: row.consultationId,
    version: row.number,
  }));
}

/** Terms that came, by the clock. */
async function stages(db: Db, hook: Hook, { from, now }: { from: Date; now: Date }): Promise<Found[]> {
  if (!hook.events.includes('stage.changed')) return [];
  const came = { gt: from, lte: now };
  const rows = await db.consultation.findMany({
    where: { teryt: hook.teryt, OR: [{ opensAt: came }, { closesAt: came }, { answersDueAt: came }] },
    select: { id: true, opensAt: true, closesAt: true, answersDueAt: true },
  });
  return rows.flatMap(({ id, ...terms }) =>
    (
      [
        ['open', terms.opensAt],
        ['deciding', terms.closesAt],
        ['answers-due', terms.answersDueAt],
      ] as const
    )
      .filter(([, at]) => at > from && at <= now)
      .map(([stage, at]): Found => ({
        key: `stage:${id}:${stage}:${at.toISOString()}`,
        kind: 'stage.changed',
        at,
        consultationId: id,
        stage,
      })),
  );
}

async function write(db: Db, hook: Hook, found: readonly Found[]): Promise<void> {
  if (found.length === 0) return;
  const known = await db.webhookDelivery.findMany({
    where: { webhookId: hook.id, dedupeKey: { in: found.map(({ key }) => key) } },
    select: { dedupeKey: true },
  });
  const keys = new Set(known.map(({ dedupeKey }) => dedupeKey));
  const fresh = found.filter(({ key }) => !keys.has(key));
  if (fresh.length === 0) return;
  const { name } = await db.municipality.findUniqueOrThrow({ where: { teryt: hook.teryt }, select: { name: true } });
  const consultations = await db.consultation.findMany({
    where: { id: { in: fresh.flatMap(({ consultationId }) => consultationId ?? []) } },
    select: { id: true, slug: true, title: true },
  });
  const remarks = await db.remark.findMany({
    where: { id: { in: fresh.flatMap(({ remarkId }) => remarkId ?? []) } },
    select: { id: true, number: true },
  });
  await db.webhookDelivery.createMany({
    data: fresh.map((one) => {
      const consultation = consultations.find(({ id }) => id === one.consultationId);
      const remark = remarks.find(({ id }) => id === one.remarkId);
      return {
        webhookId: hook.id,
        teryt: hook.teryt,
        kind: one.kind,
        dedupeKey: one.key,
        payload: messageOf(one, { teryt: hook.teryt, name }, consultation, remark),
      };
    }),
    skipDuplicates: true,
  });
}

function messageOf(
  one: Found,
  municipality: { teryt: string; name: string },
  consultation?: { slug: string; title: string },
  remark?: { number: number },
): WebhookMessage {
  const to = paths('pl');
  const api = consultation ? absoluteUrl(`/api/v1/consultations/${encodeURIComponent(consultation.slug)}`) : '';
  return {
    type: one.kind,
    timestamp: one.at.toISOString(),
    data: {
      municipality,
      consultation: consultation
        ? {
            slug: consultation.slug,
            title: consultation.title,
            url: absoluteUrl(to.consultation(consultation.slug)),
            api,
          }
        : null,
      remark:
        consultation && remark
          ? {
              number: remark.number,
              url: absoluteUrl(to.remark(consultation.slug, remark.number)),
              api: `${api}/remarks/${remark.number}`,
            }
          : null,
      meeting:
        consultation && one.meetingId ? { id: one.meetingId, url: absoluteUrl(to.meetings(consultation.slug)) } : null,
      version: one.version ?? null,
      stage: one.stage ?? null,
    },
  };
}

/** The smallest UUIDv7 of a moment: rows made from then on have a greater id. */
function firstIdAt(moment: Date): string {
  const hex = Math.max(0, moment.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
}
