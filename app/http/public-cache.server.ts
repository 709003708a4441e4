/**
 * Public pages are the same for everybody who is not signed in. They carry the revision they show as ETag, and whole
 * documents are kept by revision and address: one row is read per visit instead of the page being made again.
 */
import { createHash } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { isDatabaseAway } from '#app/db/database-away.ts';
import { getDb } from '#app/db/client.server.ts';
import { databaseAnswers, suspectDatabase } from '#app/db/health.server.ts';
import { consultationScope, editionScope, readRevision, siteScope } from '#app/db/revision.server.ts';
import { dayOf } from '#app/i18n/dates.ts';
import { pathInLocale } from '#app/i18n/locale.ts';
import { answerKept, type KeptPage } from './kept-page.server.ts';

const maxBytes = 64 * 1024 * 1024;
const kept = new Map<string, KeptPage>();
let keptBytes = 0;

const personal = /^\/(konto|urzad|zespol|skrzynka|logowanie|rejestracja|haslo|potwierdz|wyloguj|admin|embargo|pliki)(\/|$)|^\/oceny\/[^/]+\/prasa\/./i;
const withCounter = /^\/(konsultacje|oceny|osadz)\/([^/]+?)(?:\.(?:atom|csv|csv-metadata\.json|ics|json|jsonld|png|svg|ttl|txt))?(?:\/|$)/i;
const ofInterface = /^\/api\/v1\/(consultations|editions)\/([^/]+)/i;

/**
 * The counter a public address depends on; null for pages that are somebody's own. Reads addresses as the router does,
 * which takes `/Konto` and `/%6Bonto` for `/konto`. Throws URIError for an address that cannot be decoded.
 */
export function scopeOf(path: string): string | null {
  const bare = pathInLocale(decodeURIComponent(path).replace(/\/{2,}/g, '/'), 'pl').replace(/\.data$/, '');
  if (personal.test(bare)) return null;
  const [, kind, slug] = withCounter.exec(bare) ?? ofInterface.exec(bare) ?? [];
  if (!kind || !slug) return siteScope;
  return /^kons|^cons/i.test(kind) ? consultationScope(slug) : editionScope(slug);
}

export function publicCache(options: { build: string; sessionCookie: string; embargoCookie: string }) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const cookies = request.headers.cookie ?? '';
    const signedIn = cookies.includes(`${options.sessionCookie}=`);
    const underEmbargo = cookies.includes(`${options.embargoCookie}=`);
    // What few may see before its hour must not be found by a search engine that they let in.
    if (underEmbargo) response.setHeader('X-Robots-Tag', 'noindex, noarchive');
    const scope = isRead ? safeScope(request.path) : null;
    if (!isRead || signedIn || underEmbargo || !scope) {
      response.setHeader('Cache-Control', 'private, no-store');
      return next();
    }
    try {
      if (!databaseAnswers()) return withoutDatabase(request, response, next);
      const revision = `${await readRevision(getDb(), scope)}.${dayOf(new Date())}.${options.build}`;
      serve(request, response, next, revision);
    } catch (error) {
      if (!isDatabaseAway(error)) return next(error);
      suspectDatabase();
      withoutDatabase(request, response, next);
    }
  };
}

/** A page from memory with its time on it; without one the reader is told by the page itself that the database is away. */
function withoutDatabase(request: Request, response: Response, next: NextFunction): void {
  const hit = kept.get(request.originalUrl);
  if (hit) return answerKept(request, response, hit);
  response.setHeader('Cache-Control', 'no-store');
  next();
}

function safeScope(path: string): string | null {
  try {
    return scopeOf(path);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function serve(request: Request, response: Response, next: NextFunction, revision: string): void {
  const etag = `W/"${createHash('sha256').update(`${revision} ${request.originalUrl}`).digest('base64url').slice(0, 22)}"`;
  if (request.headers['if-none-match']?.split(/,\s*/).includes(etag)) {
    response.writeHead(304, { ETag: etag, 'Cache-Control': 'public, no-cache', Vary: 'Cookie, Accept-Encoding' }).end();
    return;
  }
  const hit = kept.get(request.originalUrl);
  if (hit && hit.headers.some(([name, value]) => name === 'ETag' && value === etag)) {
    hit.at = new Date();
    response.writeHead(hit.status, Object.fromEntries(hit.headers));
    response.end(request.method === 'HEAD' ? undefined : hit.body);
    return;
  }
  record(request, response, etag);
  next();
}

/** Lets the answer through and keeps a copy when it is a whole, successful one. */
function record(request: Request, response: Response, etag: string): void {
  const chunks: Buffer[] = [];
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const writeHead = response.writeHead.bind(response);
  const stamp = () => {
    if (response.headersSent) return;
    if (response.statusCode === 200) {
      response.setHeader('ETag', etag);
      response.setHeader('Cache-Control', 'public, no-cache');
      response.vary('Cookie');
    } else {
      response.setHeader('Cache-Control', 'no-store');
    }
  };
  response.writeHead = ((...args: Parameters<typeof writeHead>) => (stamp(), writeHead(...args))) as typeof response.writeHead;
  response.write = ((chunk: string | Buffer, ...rest: never[]) => {
    stamp();
    chunks.push(Buffer.from(chunk));
    return write(chunk, ...rest);
  }) as typeof response.write;
  response.end = ((chunk?: string | Buffer | (() => void), ...rest: never[]) => {
    stamp();
    if (typeof chunk === 'string' || Buffer.isBuffer(chunk)) chunks.push(Buffer.from(chunk));
    if (response.statusCode === 200 && request.method === 'GET') {
      keep(request.originalUrl, { status: 200, headers: headersOf(response), body: Buffer.concat(chunks), at: new Date() });
    }
    return end(chunk as string, ...rest);
  }) as typeof response.end;
}

function headersOf(response: Response): [string, string][] {
  return Object.entries(response.getHeaders())
    .filter(([name]) => !/^(date|connection|transfer-encoding|content-encoding|content-length|set-cookie|x-request-id|ratelimit(-policy)?)$/i.test(name))
    .map(([name, value]) => [name === 'etag' ? 'ETag' : name, String(value)]);
}

function keep(url: string, entry: KeptPage): void {
  const old = kept.get(url);
  if (old) keptBytes -= old.body.length;
  kept.delete(url);
  kept.set(url, entry);
  keptBytes += entry.body.length;
  // Oldest first: a Map keeps the order of insertion.
  for (const [key, value] of kept) {
    if (keptBytes <= maxBytes) break;
    kept.delete(key);
    keptBytes -= value.body.length;
  }
}
