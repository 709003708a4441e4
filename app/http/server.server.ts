import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import { createRequestHandler as createRemixHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import { trustedProxies } from '#app/settings/start-settings.server.ts';
import { isDatabaseAway } from '#app/errors/database-away.ts';
import type { RevisionMap } from '#app/db/revision-map.server.ts';
import { knownRefusal } from '#app/errors/known-refusal.ts';
import { logFailure, logTrouble } from '#app/log/log.server.ts';
import { loggedPath } from '#app/log/logged-path.ts';
import { localeOfPath } from '#app/i18n/locale.ts';
import { currentRequest } from '#app/log/request-context.server.ts';
import { configuredUrl, publicUrl } from '#app/mail/absolute-url.server.ts';
import { boardDoor } from './board-door.server.ts';
import { liveLine } from './live-line.server.ts';
import { apiFront } from './api-front.server.ts';
import { byAddress } from './by-address.server.ts';
import { describedHead } from './described-head.ts';
import { canonicalAddress } from './canonical.server.ts';
import { refuseOddRequests } from './odd-requests.server.ts';
import { judgeHost, ownHost } from './own-host.server.ts';
import { plainPage } from './plain-page.server.ts';
import { sendProblem } from './send-problem.server.ts';
import { publicPages, type Render } from './public-cache.server.ts';
import { healthz, readyz } from './readiness.server.ts';
import { named, requestIdHeader } from './request-name.server.ts';
import { contentPolicy, framedPolicy, isForeignForm, mayBeFramed, securityHeaders } from './security.server.ts';
import { isPublicFile, sharedHeaders } from './shared-files.ts';
import { retrySeconds } from './unavailable.server.ts';
import { askedFrom } from '#app/limits/asker.server.ts';

declare module '@remix-run/node' {
  interface AppLoadContext {
    nonce: string;
    requestId: string;
  }
}

export type ServerOptions = { build: ServerBuild; root: string; buildId: string; revisions: RevisionMap };

/** The HTTP server: pages kept in memory, static files, headers, public pages made once for everybody, then Remix. */
export function createServer({ build, root, buildId, revisions }: ServerOptions): RequestListener {
  const app = express();
  app.disable('x-powered-by');
  const proxies = trustedProxies(process.env.TRUST_PROXY ?? '0');
  if (proxies !== null) app.set('trust proxy', proxies);
  const pages = publicPages({ routes: build.routes, buildId, revisions, render: renderer(build) });
  app.use(securityHeaders);
  app.use(shareFiles);
  app.use(sayWhenToRetry);
  app.use(drainUnread);
  // Balancers ask under any name, and nothing of the name comes back.
  app.get('/healthz', healthz);
  app.get('/readyz', (request, response) => void readyz(request, response));
  app.use(refuseOddRequests);
  app.use(ownHost);
  // In front of what compresses: an event is sent when it happens.
  app.get('/tablice/:slug/na-zywo', liveLine(boardDoor));
  app.use(compression());
  const client = join(root, 'build/client');
  // File names under /assets and /fonts carry a hash of their content; a missing one is a 404, never a page.
  for (const folder of ['assets', 'fonts'])
    app.use(`/${folder}`, express.static(join(client, folder), { immutable: true, maxAge: '1y', fallthrough: false }));
  app.use(express.static(client, { maxAge: '1h', index: false }));
  app.use(passClientAddress);
  app.use('/api/v1', apiFront);
  app.use(refuseForeignForms);
  app.use(pages.middleware);
  const handlerOf = byAddress(build, (part) =>
    createRequestHandler({
      build: part,
      mode: 'production',
      getLoadContext: (request, response): AppLoadContext => {
        const nonce = randomBytes(16).toString('base64');
        response.setHeader('Content-Security-Policy', policyOf(request.originalUrl, nonce));
        return { nonce, requestId: String(response.getHeader(requestIdHeader)) };
      },
    }),
  );
  app.all('*', (request, response, next) => handlerOf(request.path)(request, response, next));
  app.use(lastResort);
  return named(app.get('trust proxy fn') as (address: string, hop: number) => boolean, pages.handOut, app);
}

const policyOf = (address: string, nonce: string) => (mayBeFramed(address) ? framedPolicy() : contentPolicy(nonce));

/** Makes a public document for nobody in particular: the address is all that it knows of who asks. */
function renderer(build: ServerBuild): Render {
  const handlerOf = byAddress(build, (part) => createRemixHandler(part, 'production'));
  return async (address) => {
    const nonce = randomBytes(16).toString('base64');
    const request = new Request(new URL(publicUrl()).origin + address);
    const path = new URL(request.url).pathname;
    const response = await handlerOf(path)(request, {
      nonce,
      requestId: currentRequest()?.id ?? '',
    });
    const headers = { 'Content-Security-Policy': policyOf(address, nonce) };
    if (isPublicFile(path)) return { response, headers: { ...headers, ...sharedHeaders } };
    const isPage = response.headers.get('Content-Type')?.startsWith('text/html') && response.status === 200;
    if (!isPage || mayBeFramed(address)) return { response, headers };
    const html = describedHead(await response.text(), {
      url: canonicalAddress(path, new URL(request.url).searchParams),
      locale: localeOfPath(path),
    });
    return { response: new Response(html, { headers: response.headers }), headers };
  };
}

/** What whoever starts the program should know of the names it goes by; null when there is nothing to say. Throws for a PUBLIC_URL that is no address. */
export function nameNotice(): string | null {
  const { HOST: host } = process.env;
  if (configuredUrl() || host === undefined || judgeHost(host.includes(':') ? `[${host}]` : host) === 'ours')
    return null;
  return `PUBLIC_URL is not set: requests under other names than localhost are refused.\nSet the address people use, for example PUBLIC_URL=https://prawo.gmina.example`;
}

/** Public files may be read from a browser by any page; the interface says the same for itself. */
function shareFiles(request: Request, response: Response, next: NextFunction): void {
  if (isPublicFile(request.path) && ['GET', 'HEAD', 'OPTIONS'].includes(request.method))
    for (const [name, value] of Object.entries(sharedHeaders)) response.setHeader(name, value);
  next();
}

/** Whoever says 503 says when to come again, and that nobody keeps it: at one place, whatever made the answer. */
function sayWhenToRetry(_request: Request, response: Response, next: NextFunction): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((status: number, ...rest: never[]) => {
    if (status === 503 && !response.hasHeader('Retry-After')) response.setHeader('Retry-After', String(retrySeconds));
    return writeHead(status, ...rest);
  }) as typeof response.writeHead;
  next();
}

const drainMs = 10_000;

/**
 * An answer given before the body was read (413) has to reach a sender who is still sending: closing on him would take it
 * away, and a body left where it is would block the next request of the connection. The rest is thrown away for a while.
 */
function drainUnread(request: Request, response: Response, next: NextFunction): void {
  response.on('finish', () => {
    if (request.complete || request.destroyed) return;
    request.removeAllListeners('data');
    request.resume();
    const enough = setTimeout(() => request.destroy(), drainMs).unref();
    request.once('close', () => clearTimeout(enough));
  });
  next();
}

function refuseForeignForms(request: Request, response: Response, next: NextFunction): void {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  // The interface knows people by a token that no browser sends of itself.
  if (request.path.startsWith('/api/v1/')) return next();
  const foreign = isForeignForm({
    site: request.get('Sec-Fetch-Site'),
    origin: request.get('Origin'),
    host: response.locals.askedHost as string | undefined,
  });
  if (foreign) return plainPage(request, response, 403);
  // Asked by another of its names (127.0.0.1 for localhost), the site goes on under its own: Remix compares the two again.
  if (request.headers.origin) request.headers.origin = new URL(publicUrl()).origin;
  next();
}

function lastResort(
  error: Error & { status?: number },
  request: Request,
  response: Response,
  next: NextFunction,
): void {
  if (response.headersSent) return next(error);
  // A file outside its folder is a 403 for the one who serves files; for the reader it is not there.
  const known = knownRefusal(error);
  const status = isDatabaseAway(error)
    ? 503
    : known?.code === 'no-room'
      ? 507
      : error.status === 400
        ? 400
        : error.status === 403 || error.status === 404
          ? 404
          : 500;
  if (known?.seconds) response.setHeader('Retry-After', String(known.seconds));
  if (status >= 500)
    (status === 500 ? logFailure : logTrouble)('a request failed', error, {
      method: request.method,
      path: loggedPath(request.originalUrl),
    });
  if (request.originalUrl.startsWith('/api/v1/')) sendProblem(request, response, problemOf[status]);
  else plainPage(request, response, status);
}

const problemOf = { 400: 'bad-request', 404: 'not-found', 500: 'failure', 503: 'unavailable', 507: 'no-room' } as const;

/** Hands the address the connection came from, as TRUST_PROXY lets Express see it, to the limits of the use cases. */
function passClientAddress(request: Request, _response: Response, next: NextFunction): void {
  askedFrom(request.ip, () => next());
}
