/**
 * While the server holds the embedded database no other process may open it, so commands of the administrator are
 * forwarded to it: on the loopback interface, with a token that only the owner of the data folder can read.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256Bytes } from '#app/hash/sha256.server.ts';
import type { OpenDatabase } from '#app/db/open.server.ts';
import { logFailure } from '#app/log/log.server.ts';
import { admitsDemoPassword } from '#app/people/demo/demonstration.server.ts';
import { lookInside } from './look-inside.server.ts';
import { runCommand } from './run-command.server.ts';
import type { AdminAnswer } from './answers.ts';

export type Door = { port: number; token: string };
export const doorFile = (folder: string) => join(folder, 'admin.json');

/** A copy of the files of the database, for the command `backup`, which reads it in a process of its own. */
export const copyCommand = 'copy-files';

/** What the database knows of the installation's state, for the command `doctor`. */
export const lookCommand = 'look-inside';

const requestShape = z.object({ words: z.array(z.string().max(1_000)).max(10), file: z.string().nullable() });
const maxBytes = 8 * 1024 * 1024;

/** Opens the door and writes where it is into the data folder; the returned function closes it. */
export async function answerForwarded(
  { db, copyFiles }: Pick<OpenDatabase, 'db' | 'copyFiles'>,
  folder: string,
): Promise<() => Promise<void>> {
  const token = randomBytes(32).toString('base64url');
  const server = createServer((request, response) => void answer({ db, copyFiles }, token, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const door: Door = { port: (server.address() as AddressInfo).port, token };
  // A file left by a server that was killed keeps its mode, so it is made anew.
  rmSync(doorFile(folder), { force: true });
  writeFileSync(doorFile(folder), JSON.stringify(door), { mode: 0o600 });
  return async () => {
    rmSync(doorFile(folder), { force: true });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}

async function answer(
  { db, copyFiles }: Pick<OpenDatabase, 'db' | 'copyFiles'>,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const reply = (status: number, body: unknown) =>
    void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  if (request.method !== 'POST' || !isSame(request.headers.authorization ?? '', `Bearer ${token}`))
    return reply(403, {});
  try {
    const order = requestShape.safeParse(JSON.parse(await readBody(request)));
    if (!order.success) return reply(400, {});
    const [word, copy] = order.data.words;
    if (word === copyCommand && copy && copyFiles) {
      await copyFiles(copy);
      return reply(200, { code: 0, text: copy } satisfies AdminAnswer);
    }
    if (word === lookCommand) {
      const inside = await lookInside((sql) => db.$queryRawUnsafe(sql), { admitsDemo: admitsDemoPassword() });
      return reply(200, { code: 0, text: JSON.stringify(inside) } satisfies AdminAnswer);
    }
    reply(200, await runCommand(db, order.data));
  } catch (error) {
    logFailure('a command of the administrator failed', error);
    reply(500, {});
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new Error('the command is larger than 8 MB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Compares without telling by its time where two texts differ. */
function isSame(a: string, b: string): boolean {
  return timingSafeEqual(sha256Bytes(a), sha256Bytes(b));
}
