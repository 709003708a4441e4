import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, expect, test } from 'vitest';
import { currentRequest } from '#app/log/request-context.server.ts';
import { rawRequest } from '#tests/setup/raw-request.ts';
import { named, requestIdHeader } from './request-name.server.ts';

const servers: { close(): void }[] = [];
afterAll(() => servers.forEach((server) => server.close()));

/** A server that has /kept in memory and answers the rest; `trust` as in TRUST_PROXY. */
async function serve(trust: string | number | undefined): Promise<number> {
  const app = express();
  if (trust !== undefined) app.set('trust proxy', trust);
  const handOut: Parameters<typeof named>[1] = (request, response, id) =>
    request.url === '/kept' ? (response.writeHead(200, [requestIdHeader, id]).end('kept'), true) : false;
  const server = createServer(
    named(
      app.get('trust proxy fn') as Parameters<typeof named>[0],
      handOut,
      (_, response) => void response.end(currentRequest()?.id),
    ),
  );
  servers.push(server);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const sent = 'proxy-7f3a:1';
const insane = [
  'short',
  'x'.repeat(101),
  'a b c d e f g h',
  'name<script>',
  '\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9',
  '"quoted-id"',
  '',
];

test('every answer has a name of its own, made by the program or handed out of memory, and the log has the same', async () => {
  const port = await serve(undefined);
  const names: string[] = [];
  for (const path of ['/kept', '/kept', '/made', '/made']) {
    const { headers, body } = await rawRequest(port, path, { headers: {} });
    expect(headers['x-request-id']).toMatch(uuid);
    if (path === '/made') expect(body.toString()).toBe(headers['x-request-id']);
    names.push(String(headers['x-request-id']));
  }
  expect(new Set(names).size).toBe(4);
});

test('the name given by a trusted proxy is taken over, that of anybody else or one that is no name is not', async () => {
  const trusted = [await serve(1), await serve('loopback'), await serve('127.0.0.1')];
  const others = [await serve(undefined), await serve('192.0.2.1')];
  for (const path of ['/kept', '/made']) {
    const nameOf = async (port: number, id: string | string[]) =>
      (await rawRequest(port, path, { headers: { 'X-Request-Id': id } })).headers['x-request-id'];
    for (const port of trusted) {
      expect(await nameOf(port, sent)).toBe(sent);
      for (const id of insane) expect(await nameOf(port, id), id).toMatch(uuid);
      expect(await nameOf(port, [sent, 'another-7f3a'])).toMatch(uuid);
    }
    for (const port of others) expect(await nameOf(port, sent)).toMatch(uuid);
  }
});
