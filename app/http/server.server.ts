import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { apiFront } from './api-front.server.ts';
import { passClientAddress } from './client-address.server.ts';
import { publicCache } from './public-cache.server.ts';
import { contentPolicy, framedPolicy, isForeignForm, mayBeFramed, securityHeaders } from './security.server.ts';
import { embargoCookieName, sessionCookieName } from './session.server.ts';

declare module '@remix-run/node' {
  interface AppLoadContext {
    nonce: string;
  }
}

export type ServerOptions = { build: ServerBuild; root: string; buildId: string };

/** The HTTP server: static files, headers, cache of public pages, then Remix. */
export function createServer({ build, root, buildId }: ServerOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  if (process.env.TRUST_PROXY) app.set('trust proxy', Number(process.env.TRUST_PROXY) || process.env.TRUST_PROXY);
  app.use(securityHeaders);
  app.use(drainUnread);
  app.use(refuseNul);
  app.use(compression());
  const client = join(root, 'build/client');
  // File names under /assets carry a hash of their content; a missing one is a 404, never a page.
  app.use('/assets', express.static(join(client, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  app.use(express.static(client, { maxAge: '1h', index: false }));
  app.get('/healthz', (_request, response) => void response.type('text').send('ok'));
  app.use(passClientAddress);
  app.use('/api/v1', apiFront);
  app.use(refuseForeignForms);
  app.use(publicCache({ build: buildId, sessionCookie: sessionCookieName, embargoCookie: embargoCookieName }));
  app.all('*', createRequestHandler({
    build,
    mode: 'production',
    getLoadContext: (request, response): AppLoadContext => {
      const nonce = randomBytes(16).toString('base64');
      response.setHeader('Content-Security-Policy', mayBeFramed(request.originalUrl) ? framedPolicy() : contentPolicy(nonce));
      return { nonce };
    },
  }));
  app.use(lastResort);
  return app;
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

/** No address of ours has a U+0000, and PostgreSQL takes none in a question. */
function refuseNul(request: Request, response: Response, next: NextFunction): void {
  if (/%00/.test(request.originalUrl)) plainPage(request, response, 400);
  else next();
}

function refuseForeignForms(request: Request, response: Response, next: NextFunction): void {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  // The interface knows people by a token that no browser sends of itself.
  if (request.path.startsWith('/api/v1/')) return next();
  const foreign = isForeignForm({
    site: request.get('Sec-Fetch-Site'), origin: request.get('Origin'), host: request.get('X-Forwarded-Host') ?? request.get('Host'),
  });
  if (!foreign) return next();
  plainPage(request, response, 403);
}

function lastResort(error: Error & { status?: number }, request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) return next(error);
  // A file outside its folder is a 403 for the one who serves files; for the reader it is not there.
  const status = error.status === 400 ? 400 : error.status === 403 || error.status === 404 ? 404 : 500;
  if (status === 500) console.error(error);
  plainPage(request, response, status);
}

/** A page for failures before Remix: words only, and never a stack trace. */
function plainPage(request: Request, response: Response, status: 400 | 403 | 404 | 500): void {
  const locale = localeOfPath(request.path);
  const title = translate(locale, `page.${status}.title`);
  const text = translate(locale, `page.${status}.text`);
  response.status(status).type('html').set('Cache-Control', 'no-store');
  response.send(`<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${text}</p></html>`);
}
