import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import {
  teryt as home,
  closesAt,
  codes,
  decide,
  during,
  filed,
  makeConsultation,
  makePerson,
} from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { webhookMessage } from '#app/api/schemas/webhook.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { maxAttempts, webhookEvents, type WebhookMessage } from './events.ts';
import { createWebhook, deleteWebhook, replayDelivery, switchWebhook, testWebhook } from './manage-webhook.server.ts';
import { scanEvents } from './scan-events.server.ts';
import { sendMessages } from './send-messages.server.ts';
import { getWebhook, listWebhooks } from './webhook-queries.server.ts';

const db = await testDb();

/** A records system on this machine: keeps what it gets and answers as it is told. */
const received: { headers: IncomingHttpHeaders; body: string; path: string }[] = [];
let answer: { status: number; headers?: Record<string, string>; body?: string } = { status: 200 };
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString(), path: request.url ?? '' });
    response.writeHead(answer.status, answer.headers).end(answer.body ?? '');
  });
});
let base = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubEnv('WEBHOOK_PRIVATE', 'allow');
});
afterEach(async () => {
  received.length = 0;
  answer = { status: 200 };
  await db.webhook.deleteMany({});
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

async function hook(slug: string, events: readonly (typeof webhookEvents)[number][] = webhookEvents) {
  const { id: consultationId, official } = await makeConsultation(db, slug);
  const made = await createWebhook(db, { viewer: official, teryt: home, url: `${base}/${slug}`, events: [...events] });
  if (!made.ok) throw new Error(made.error.code);
  return { id: made.value.id, official, consultationId, slug };
}
const messages = () => received.map(({ body }) => JSON.parse(body) as WebhookMessage);
const minutes = (n: number) => new Date(Date.now() + n * 60_000);

test('a remark, its ruling and the version it made are told once each, signed, without words or names of people', async () => {
  const { id, official, slug } = await hook('zdarzenia');
  const anna = await makePerson(db, 'Anna Prywatna');
  const number = await filed(db, {
    slug,
    viewer: anna,
    code: codes.term,
    text: 'Konsultacje trwają co najmniej 21 dni.',
    reason: 'Tajemnica Anny.',
  });
  await decide(db, { slug, viewer: official, number, decision: 'accepted' });
  await scanEvents(db);
  await scanEvents(db);
  expect(await sendMessages(db)).toBe(3);
  expect(await sendMessages(db)).toBe(0);
  expect(
    messages()
      .map(({ type }) => type)
      .sort(),
  ).toEqual(['remark.filed', 'ruling.made', 'version.made']);
  expect(messages().find(({ type }) => type === 'remark.filed')).toMatchObject({
    data: {
      municipality: { teryt: home },
      consultation: { slug },
      remark: { number, url: expect.stringContaining(`/uwagi/${number}`) },
    },
  });
  expect(messages().find(({ type }) => type === 'version.made')).toMatchObject({ data: { version: 2 } });
  expect(JSON.stringify(received)).not.toMatch(/Prywatna|Tajemnica|example\.org/);
  const { secret } = await getWebhook(db, { viewer: official, id });
  for (const { headers, body } of received) {
    const mac = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
      .update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`)
      .digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${mac}`);
  }
});

test('changed terms and a meeting are told, each meeting by its own id', async () => {
  const { official, slug } = await hook('terminy', ['terms.changed', 'meeting.changed']);
  const now = new Date();
  const day = 86_400_000;
  const [opensAt, closes, answersDueAt] = [
    new Date(now.getTime() - day),
    new Date(now.getTime() + 9 * day),
    new Date(now.getTime() + 40 * day),
  ];
  const { id } = await db.consultation.update({ where: { slug }, data: { opensAt, closesAt: closes, answersDueAt } });
  for (const [kind, type, subject] of [
    ['terms-changed', 'consultation', id],
    ['meeting-added', 'meeting', '0192f5c4-7d0a-7c31-9a55-0d6a3f1f2b10'],
  ] as const)
    await recordEvent(db, {
      kind,
      teryt: home,
      consultationId: id,
      actorId: official.id,
      subject: { type, id: subject },
      data: {},
    });
  await scanEvents(db);
  await sendMessages(db);
  expect(
    messages()
      .map(({ type, data }) => [type, data.meeting?.id ?? null])
      .sort(),
  ).toEqual([
    ['meeting.changed', '0192f5c4-7d0a-7c31-9a55-0d6a3f1f2b10'],
    ['terms.changed', null],
  ]);
  for (const message of messages()) expect(webhookMessage.parse(message)).toEqual(message);
});

test('only what was asked for, of the own municipality and from now on is told', async () => {
  const { official, slug } = await hook('wybrane', ['ruling.made']);
  const number = await filed(db, { slug, viewer: await makePerson(db, 'Ewa'), code: codes.last, op: 'delete' });
  await db.municipality.create({
    data: {
      teryt: '1465011',
      name: 'Inna',
      kind: 'urban',
      county: 'x',
      voivodeship: 'x',
      searchKey: 'inna',
      stateOn: '2026-01-01',
    },
  });
  await db.webhook.create({
    data: {
      teryt: '1465011',
      url: `${base}/inna`,
      secret: 'whsec_eA==',
      events: [...webhookEvents],
      createdById: official.id,
    },
  });
  await decide(db, { slug, viewer: official, number, decision: 'not-accepted' });
  const late = await createWebhook(db, {
    viewer: official,
    teryt: home,
    url: `${base}/pozno`,
    events: [...webhookEvents],
    now: minutes(1),
  });
  expect(late.ok).toBe(true);
  await scanEvents(db);
  await sendMessages(db);
  expect(received.map(({ path }) => path)).toEqual(['/wybrane']);
  expect(messages()).toMatchObject([{ type: 'ruling.made' }]);
});

test('a term that comes is told by the clock, once', async () => {
  const { id, slug, consultationId } = await hook('zegar', ['stage.changed']);
  await db.consultation.updateMany({
    where: { id: { not: consultationId } },
    data: { opensAt: during, closesAt: new Date('2020-01-02Z'), answersDueAt: new Date('2020-01-03Z') },
  });
  await db.webhook.updateMany({
    where: { id },
    data: { createdAt: new Date(closesAt.getTime() - 60_000), scannedTo: new Date(closesAt.getTime() - 1000) },
  });
  await scanEvents(db, new Date(closesAt.getTime() - 500));
  await scanEvents(db, new Date(closesAt.getTime() + 1000));
  await scanEvents(db, new Date(closesAt.getTime() + 2000));
  await sendMessages(db, new Date(Math.max(Date.now(), closesAt.getTime()) + 3000));
  expect(messages()).toMatchObject([
    { type: 'stage.changed', timestamp: closesAt.toISOString(), data: { stage: 'deciding', consultation: { slug } } },
  ]);
});

test('a failure is tried again after longer and longer waits, then given up; a replay sends the same message with the same id', async () => {
  const { id, official } = await hook('awaria');
  await testWebhook(db, { viewer: official, id });
  answer = { status: 500, body: 'wewnętrzne słowa' };
  expect(await sendMessages(db, minutes(1))).toBe(1);
  expect(await sendMessages(db, minutes(1.5))).toBe(0);
  for (let day = 0; received.length < maxAttempts && day < 30; day += 0.25) {
    await db.webhook.updateMany({ data: { failingSince: null } });
    await sendMessages(db, minutes(2 + day * 1440));
  }
  expect(received).toHaveLength(maxAttempts);
  const page = await getWebhook(db, { viewer: official, id });
  expect(page.deliveries).toMatchObject([{ state: 'given-up', attempts: maxAttempts, lastStatus: 500 }]);
  expect(JSON.stringify(page.deliveries)).not.toContain('wewnętrzne');
  answer = { status: 204 };
  await replayDelivery(db, { viewer: official, id, delivery: page.deliveries[0]!.id });
  expect(await sendMessages(db, minutes(1))).toBe(1);
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect((await getWebhook(db, { viewer: official, id })).deliveries).toMatchObject([
    { state: 'sent', lastStatus: 204 },
  ]);
});

test('an address that fails for a week, or says that it is gone, is told nothing more until it is switched on', async () => {
  const { id, official } = await hook('dlugo');
  await testWebhook(db, { viewer: official, id });
  await db.webhook.updateMany({ where: { id }, data: { failingSince: new Date(Date.now() - 8 * 86_400_000) } });
  answer = { status: 503 };
  await sendMessages(db, minutes(1));
  expect(await getWebhook(db, { viewer: official, id })).toMatchObject({ disabledBy: 'failure' });
  expect(await sendMessages(db, minutes(60))).toBe(0);
  await switchWebhook(db, { viewer: official, id, on: true });
  answer = { status: 410 };
  expect(await sendMessages(db, minutes(60))).toBe(1);
  expect(await getWebhook(db, { viewer: official, id })).toMatchObject({ disabledBy: 'failure' });
});

test('a redirect is not followed and an answer without end is not read', async () => {
  const { id, official } = await hook('przekierowanie');
  answer = { status: 302, headers: { Location: `${base}/gdzie-indziej` } };
  await testWebhook(db, { viewer: official, id });
  await sendMessages(db, minutes(1));
  expect(received.map(({ path }) => path)).toEqual(['/przekierowanie']);
  answer = { status: 200, body: 'x'.repeat(5_000_000) };
  const before = process.memoryUsage().arrayBuffers;
  await sendMessages(db, minutes(10));
  expect(received).toHaveLength(2);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
});

test('without leave to do so no private address is registered or reached, neither by number nor by name', async () => {
  const { id, official } = await hook('wewnatrz');
  vi.stubEnv('WEBHOOK_PRIVATE', '');
  try {
    for (const url of [
      'http://127.0.0.1:9/',
      'http://localhost/',
      'http://[::1]/',
      'http://10.0.0.1/',
      'http://169.254.169.254/latest',
      'http://0x7f.1/',
      'http://2130706433/',
      'http://[::ffff:10.0.0.1]/',
      'https://x.internal/',
    ]) {
      expect(await createWebhook(db, { viewer: official, teryt: home, url, events: ['remark.filed'] }), url).toEqual({
        ok: false,
        error: { code: 'private' },
      });
    }
    for (const url of [`${base}/numer`, base.replace('127.0.0.1', 'localhost')]) {
      await db.webhook.updateMany({ where: { id }, data: { url } });
      await testWebhook(db, { viewer: official, id, now: minutes(url.includes('localhost') ? 1 : 2) });
    }
    await sendMessages(db, minutes(5));
    expect(received).toEqual([]);
    const { deliveries } = await getWebhook(db, { viewer: official, id });
    expect(deliveries).toMatchObject([
      { state: 'waiting', lastError: expect.stringContaining('not an address of the public internet') },
      { state: 'waiting', lastStatus: null },
    ]);
  } finally {
    vi.stubEnv('WEBHOOK_PRIVATE', 'allow');
  }
});

test('only officials of the municipality and administrators see and manage an address', async () => {
  const { id, official } = await hook('prawa');
  const stranger = await makePerson(db, 'Obcy', { role: 'official', teryt: '1465011' });
  const admin = await makePerson(db, 'Admin', { role: 'admin' });
  for (const work of [
    () => createWebhook(db, { viewer: stranger, teryt: home, url: 'https://x.example/', events: ['remark.filed'] }),
    () => getWebhook(db, { viewer: stranger, id }),
    () => switchWebhook(db, { viewer: stranger, id, on: false }),
    () => testWebhook(db, { viewer: stranger, id }),
    () => deleteWebhook(db, { viewer: stranger, id }),
    () => listWebhooks(db, { viewer: stranger, teryt: home }),
    () => getWebhook(db, { viewer: official, id: 'x' }),
    () => replayDelivery(db, { viewer: official, id, delivery: id }),
  ])
    await expect(work()).rejects.toMatchObject({ code: 'not-found' });
  expect((await listWebhooks(db, { viewer: admin, teryt: null })).webhooks).toHaveLength(1);
  await deleteWebhook(db, { viewer: admin, id });
  expect(await db.webhook.count()).toBe(0);
});
