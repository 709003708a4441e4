import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Server as NetServer } from 'node:net';

type Line = {
  /** Answers that are not finished. */ answers: Set<ServerResponse>;
  /** Bytes read when it was last found at rest. */ readAtRest: number;
};

export type StopBounds = {
  /** How long a connection may still bring a request that was on its way when the listener closed. */
  restMs?: number;
  /** How long those in flight may take. */
  boundMs?: number;
};

/**
 * Follows the connections of a server, so that it can stop without cutting anybody off. The returned function closes the
 * listener, lets every request that has arrived be answered (with `Connection: close`), closes connections at rest, and
 * resolves with how many were cut when the bound was over.
 */
export function followConnections(server: Server): (bounds?: StopBounds) => Promise<number> {
  const lines = new Map<Socket, Line>();
  let isStopping = false;
  server.on('connection', (socket) => {
    lines.set(socket, { answers: new Set(), readAtRest: 0 });
    socket.once('close', () => lines.delete(socket));
  });
  // In front of the program's own listener: the header has to be there before the answer begins.
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const line = lines.get(request.socket);
    if (isStopping) sayLast(response);
    line?.answers.add(response);
    response.once('close', () => {
      line?.answers.delete(response);
      if (line) line.readAtRest = request.socket.bytesRead;
    });
  });
  return async ({ restMs = 500, boundMs = 20_000 } = {}) => {
    isStopping = true;
    // Whoever knocked before is let in: what waits at the door of a busy process would be turned away with it.
    await readWhatCame();
    // Only the listener: the server's own close would cut connections at rest, on which a request may be on its way.
    NetServer.prototype.close.call(server);
    for (const { answers } of lines.values()) for (const response of answers) sayLast(response);
    const start = Date.now();
    while (lines.size > 0 && Date.now() - start < boundMs) {
      await readWhatCame();
      if (Date.now() - start >= restMs)
        for (const [socket, line] of lines) if (isAtRest(socket, line)) socket.destroy();
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    const cut = [...lines.values()].filter(({ answers }) => answers.size > 0).length;
    server.closeAllConnections();
    return cut;
  };
}

/** A process that was busy looks at what has come in the meantime before it judges by its clock. */
async function readWhatCame(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Nothing is being answered, and nothing of a next request has come. */
function isAtRest(socket: Socket, { answers, readAtRest }: Line): boolean {
  return answers.size === 0 && socket.bytesRead === readAtRest;
}

function sayLast(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}
