import type { IncomingMessage } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import { configuredUrl, publicUrl } from '#app/mail/absolute-url.server.ts';
import { plainPage, unknownHostPage } from './plain-page.server.ts';

const name = /^(?:[a-z\d_-]{1,63}\.)*[a-z\d_-]{1,63}\.?(?::\d{1,5})?$/i;
const numbered = /^\[[\da-f:.]{2,45}\](?::\d{1,5})?$/i;
const loopback = /^(?:localhost|127(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}|\[::1\])(?::\d{1,5})?$/i;

/** How a request names this server: by a name we answer to, by another one, or by none at all. */
export function judgeHost(host: string | undefined): 'ours' | 'unknown' | 'malformed' {
  if (
    host === undefined ||
    host.length > 255 ||
    !(name.test(host) || numbered.test(host)) ||
    Number(/:(\d+)$/.exec(host)?.[1] ?? 1) > 65_535
  )
    return 'malformed';
  // With PUBLIC_URL no word of ours is made of the request, and balancers ask by addresses of their own.
  return configuredUrl() || loopback.test(host) ? 'ours' : 'unknown';
}

type Trusts = (address: string | undefined, hop: number) => boolean;

/** The host a reader typed: as a proxy that TRUST_PROXY names passes it on, else as it stands in the request. */
function askedHost(request: Request): string | undefined {
  const trusts = request.app.get('trust proxy fn') as Trusts;
  const forwarded = trusts(request.socket.remoteAddress, 0)
    ? request.get('X-Forwarded-Host')?.split(',')[0]?.trim()
    : undefined;
  return forwarded ?? request.headers.host;
}

/**
 * Nobody who asks has a say in what this site is called. Without PUBLIC_URL only names of this machine are answered; behind this
 * every request bears the one public address, whatever it came with. What was asked for stays in `response.locals.askedHost`.
 */
export function ownHost(request: Request, response: Response, next: NextFunction): void {
  const asked = askedHost(request);
  const verdicts = [judgeHost(request.headers.host), judgeHost(asked)];
  if (verdicts.includes('malformed')) return plainPage(request, response, 400);
  if (verdicts.includes('unknown')) return unknownHostPage(response);
  response.locals.askedHost = asked;
  request.headers.host = new URL(publicUrl()).host;
  delete request.headers['x-forwarded-host'];
  delete request.headers['x-forwarded-proto'];
  next();
}

/** The same question where nothing but kept pages is handed out. */
export function isOurHost(request: IncomingMessage): boolean {
  return judgeHost(request.headers.host) === 'ours' && request.headers['x-forwarded-host'] === undefined;
}

/** Whether a page that sent a form stands under one of our names. */
export function isOwnOrigin(host: string, asked: string | undefined): boolean {
  return host === asked?.toLowerCase() || host === configuredUrl()?.host;
}
