import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { asRequest } from '#app/log/request-context.server.ts';

export const requestIdHeader = 'X-Request-Id';

/**
 * Gives every request a name: on the answer, in each line of the log and on the page about a failure, so that a person can
 * tell which one went wrong. The name given by a proxy is taken over when TRUST_PROXY names that proxy.
 */
export function nameRequest(request: Request, response: Response, next: NextFunction): void {
  const id = sentByProxy(request) ?? randomUUID();
  response.setHeader(requestIdHeader, id);
  asRequest(id, next);
}

function sentByProxy(request: Request): string | null {
  const sent = request.headers['x-request-id'];
  if (typeof sent !== 'string' || !isSaneId(sent)) return null;
  const isTrusted = request.app.get('trust proxy fn') as (address: string, hop: number) => boolean;
  return isTrusted(request.socket.remoteAddress ?? '', 0) ? sent : null;
}

/** Letters, digits and what joins them: nothing that could forge a line of a log or a header. */
export function isSaneId(text: string): boolean {
  return text.length >= 8 && text.length <= 100 && /^[\w.:-]+$/.test(text);
}
