import type { Request, Response } from 'express';
import { isReady, isStopping } from '#app/db/health.server.ts';

/** The process lives: nothing more is asked, so that a machine that watches it does not end it because a database is away. */
export function healthz(_request: Request, response: Response): void {
  response.set('Cache-Control', 'no-store').type('text').send('ok');
}

/** Work can be sent here: the database answers within its bound, and nobody has asked the program to end. For proxies. */
export async function readyz(_request: Request, response: Response): Promise<void> {
  const ready = await isReady();
  response
    .status(ready ? 200 : 503)
    .set('Cache-Control', 'no-store')
    .type('text')
    .send(ready ? 'ready' : isStopping() ? 'stopping' : 'database away');
}
