import { Agent, createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { followConnections } from './graceful-stop.server.ts';

async function serving(
  answer: Parameters<typeof createServer>[1],
): Promise<{ server: Server; port: number; stop: ReturnType<typeof followConnections> }> {
  const server = createServer(answer);
  const stop = followConnections(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port, stop };
}

type Got = { status: number | undefined; connection: string | undefined; body: string };

function ask(
  port: number,
  agent: Agent,
  send: (sent: ReturnType<typeof httpRequest>) => void = (sent) => sent.end(),
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ port, host: '127.0.0.1', method: 'POST', agent }, (answer: IncomingMessage) => {
      let body = '';
      answer
        .setEncoding('utf8')
        .on('data', (text: string) => (body += text))
        .on('end', () => resolve({ status: answer.statusCode, connection: answer.headers.connection, body }))
        .on('error', reject);
    });
    sent.on('error', reject);
    send(sent);
  });
}

function gate(): { open(): void; opened: Promise<void> } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

test('what has arrived is answered: a slow answer, an upload still being received, a file half sent; those at rest are closed', async () => {
  const [slow, half] = [gate(), gate()];
  const arrived = new Set<string>();
  const allArrived = gate();
  const arrive = (name: string) => void (arrived.add(name).size === 4 && allArrived.open());
  const { port, stop, server } = await serving((request, response) => {
    const kind = String(request.headers['x-kind']);
    if (kind === 'half') {
      response.write('first ');
      void half.opened.then(() => response.end('last'));
    }
    if (kind === 'slow') void slow.opened.then(() => response.end('done'));
    if (kind === 'rest') response.end('rest');
    let bytes = 0;
    request
      .on('data', (chunk: Buffer) => (bytes += chunk.length))
      .on('end', () => kind === 'upload' && response.end(String(bytes)));
    arrive(kind);
  });
  const agent = new Agent({ keepAlive: true });
  const of = (kind: string, send?: (sent: ReturnType<typeof httpRequest>) => void) =>
    ask(port, agent, (sent) => {
      sent.setHeader('X-Kind', kind);
      (send ?? (() => sent.end()))(sent);
    });
  await of('rest');
  let finishUpload = () => {};
  const answers = [
    of('slow'),
    of('half'),
    of('upload', (sent) => {
      sent.write('x'.repeat(1000));
      finishUpload = () => void sent.end('x'.repeat(1000));
    }),
  ];
  await allArrived.opened;
  // A browser that only connected must not hold the end up.
  const silent = connect(port, '127.0.0.1');
  await new Promise((resolve) => silent.once('connect', resolve));
  const stopped = stop({ restMs: 20, boundMs: 10_000 });
  await new Promise((resolve) => silent.once('close', resolve));
  expect(server.listening).toBe(false);
  await expect(ask(port, new Agent())).rejects.toThrow(/ECONNREFUSED/);
  slow.open();
  half.open();
  finishUpload();
  expect(await Promise.all(answers)).toEqual([
    { status: 200, connection: 'close', body: 'done' },
    { status: 200, connection: 'keep-alive', body: 'first last' },
    { status: 200, connection: 'close', body: '2000' },
  ]);
  expect(await stopped).toBe(0);
});

test('a request that was on its way on a connection at rest is still answered', async () => {
  const { port, stop } = await serving((_request, response) => void response.end('yes'));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  expect((await ask(port, agent)).connection).toBe('keep-alive');
  const stopped = stop({ restMs: 2_000, boundMs: 10_000 });
  expect(await ask(port, agent)).toEqual({ status: 200, connection: 'close', body: 'yes' });
  expect(await stopped).toBe(0);
});

test('an answer that never ends is cut when the bound is over, and counted', async () => {
  const arrived = gate();
  const { port, stop } = await serving(() => arrived.open());
  const asked = ask(port, new Agent()).catch((error: Error) => error.message);
  await arrived.opened;
  expect(await stop({ restMs: 10, boundMs: 60 })).toBe(1);
  expect(await asked).toMatch(/socket hang up|ECONNRESET/);
});
