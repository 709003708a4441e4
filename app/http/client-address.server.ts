import type { NextFunction, Request as ServerRequest, Response as ServerResponse } from 'express';
import { askedFrom } from '#app/limits/asker.server.ts';

/** Hands the address the connection came from, as TRUST_PROXY lets Express see it, to the limits of the use cases. */
export function passClientAddress(request: ServerRequest, _response: ServerResponse, next: NextFunction): void {
  askedFrom(request.ip, () => next());
}
