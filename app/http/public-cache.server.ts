/**
 * Public pages are the same for everybody who is not signed in. Each is made once for all who ask, for nobody in particular: only
 * its address is known while it is made. It is kept in memory, compressed once, with the counters of what it shows as ETag, and
 * handed out again without a question to the database.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServerBuild } from '@remix-run/node';
import type { NextFunction, Request, Response as ServerAnswer } from 'express';
import { sha256 } from '#app/hash/sha256.server.ts';
import { apiBase } from '#app/api/endpoint.server.ts';
import { isDatabaseAway } from '#app/errors/database-away.ts';
import { databaseAnswers, suspectDatabase } from '#app/db/health.server.ts';
import type { RevisionMap } from '#app/db/revision-map.server.ts';
import { dayOf } from '#app/i18n/dates.ts';
import { bytesWithin } from './body.server.ts';
import { isNobodys, readCookies } from './cookies.server.ts';
import { documentStore, type Answered, type KeptDocument } from './document-store.server.ts';
import { answerKept } from './kept-page.server.ts';
import { making } from './making.server.ts';
import { isOurHost } from './own-host.server.ts';
import { pack, packingFor } from './packing.server.ts';
import { publicAddresses, type PublicAddress } from './public-address.server.ts';
import { requestIdHeader } from './request-name.server.ts';
import { baseHeaders } from './security.server.ts';
import { embargoCookieName } from './session.server.ts';

export type Render = (address: string) => Promise<{ response: Response; headers: Record<string, string> }>;
export type PublicPagesOptions = {
  routes: ServerBuild['routes'];
  buildId: string;
  revisions: RevisionMap;
  render: Render;
};

/** A document of one asking: kept ones are 200, others are handed to those who asked meanwhile. Null: everybody has to ask for himself. */
type Made = (KeptDocument & { status: number }) | null;

const storeBounds = { maxBytes: 64 * 1024 * 1024, maxEntries: 4_000 };
/** Larger ones are sent while they are made and are not kept. */
const maxDocument = 12 * 1024 * 1024;
const mostTooLarge = 1_000;

export function publicPages({ routes, buildId, revisions, render }: PublicPagesOptions) {
  const addressOf = publicAddresses(routes);
  const store = documentStore(storeBounds);
  const flights = new Map<string, Promise<Made>>();
  const tooLarge = new Set<string>();
  const revisionOf = (scopes: readonly string[]) => {
    const revision = revisions.of(scopes);
    return revision === null ? null : `${revision}.${today()}.${buildId}`;
  };

  /** Many who ask for one page at once are one who asks. */
  const get = async (place: PublicAddress): Promise<Made> => {
    await revisions.fresh();
    const revision = revisionOf(place.scopes) ?? '';
    const kept = store.get(place.address);
    if (kept?.revision === revision) return { ...kept, status: 200 };
    const flight = `${revision} ${place.address}`;
    if (tooLarge.has(flight)) return null;
    const flying = flights.get(flight) ?? make(place, revision).finally(() => flights.delete(flight));
    flights.set(flight, flying);
    return flying;
  };

  const make = async (place: PublicAddress, revision: string): Promise<Made> => {
    const { made, isPersonal } = await making(async () => {
      const { response, headers } = await render(place.address);
      const bytes = await bytesWithin(response.body, maxDocument, (reader) => reader.cancel());
      return { response, headers, body: bytes && Buffer.from(bytes.buffer) };
    });
    const { response, body } = made;
    // Who asks too much is told so himself; the others go on.
    if (isPersonal || response.status === 429 || response.headers.has('Set-Cookie')) return null;
    if (!body) {
      if (tooLarge.size >= mostTooLarge) tooLarge.clear();
      tooLarge.add(`${revision} ${place.address}`);
      return null;
    }
    const etag = `W/"${sha256(`${revision} ${place.address}`, 'base64url').slice(0, 22)}"`;
    const headers = { ...baseHeaders(), ...Object.fromEntries(response.headers), ...made.headers };
    const document = {
      headers,
      etag,
      revision,
      body,
      packed: await pack(body, response.headers.get('Content-Type') ?? ''),
      forEverybody: place.forEverybody,
      scopes: place.scopes,
      at: Date.now(),
    };
    if (response.status === 200 && revision) store.put(place.address, document);
    return { ...document, status: response.status };
  };

  return {
    /** Hands out a kept page at once, to the request of this name; false when somebody else has to answer. Waits for nothing and reads no database. */
    handOut(request: IncomingMessage, response: ServerResponse, id: string): boolean {
      const url = request.url ?? '';
      // The interface counts who asks, also for what is kept.
      if (!isRead(request) || url.startsWith(`${apiBase}/`)) return false;
      const kept = store.get(url);
      if (
        !kept ||
        !databaseAnswers() ||
        !isOurHost(request) ||
        !isForAsker(request, kept.forEverybody) ||
        revisionOf(kept.scopes) !== kept.revision
      )
        return false;
      kept.at = Date.now();
      sendKept(request, response, kept, id);
      return true;
    },
    async middleware(request: Request, response: ServerAnswer, next: NextFunction): Promise<void> {
      // What few may see before its hour must not be found by a search engine that they let in.
      if (readCookies(request.headers.cookie).has(embargoCookieName))
        response.setHeader('X-Robots-Tag', 'noindex, noarchive');
      const place = isRead(request) ? addressOf(request.originalUrl) : null;
      const mine = place && isForAsker(request, place.forEverybody) ? place : null;
      try {
        const made = mine && databaseAnswers() ? await get(mine) : null;
        if (made && made.status !== 503) return send(request, response, made);
      } catch (error) {
        if (!isDatabaseAway(error)) return next(error);
        suspectDatabase();
      }
      if (mine && !databaseAnswers()) {
        const kept = store.get(mine.address);
        if (kept)
          return answerKept(request, response, {
            status: 200,
            headers: Object.entries(kept.headers),
            body: kept.body,
            at: new Date(kept.at),
          });
      }
      response.setHeader('Cache-Control', 'private, no-store');
      next();
    },
    store,
  };
}

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

function isForAsker({ headers }: IncomingMessage, forEverybody: boolean): boolean {
  return headers.authorization === undefined && (forEverybody || isNobodys(headers.cookie));
}

function send(request: IncomingMessage, response: ServerResponse, document: KeptDocument & { status: number }): void {
  const { status, headers, body, forEverybody } = document;
  if (status !== 200) {
    response
      .writeHead(status, { ...headers, 'Cache-Control': 'no-store', Vary: varyOf(forEverybody) })
      .end(request.method === 'HEAD' ? undefined : body);
    return;
  }
  const { form, bytes } = formFor(request, document);
  response.writeHead(statusOf(form), headersOf(document, form, bytes));
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** The same for what stands in memory already: its headers were put together the first time it went out in this form. */
function sendKept(request: IncomingMessage, response: ServerResponse, kept: KeptDocument, id: string): void {
  const { form, bytes } = formFor(request, kept);
  const head = ((kept.heads ??= {})[form] ??= [
    requestIdHeader,
    '',
    ...Object.entries(headersOf(kept, form, bytes)).flat(),
  ]);
  head[1] = id;
  response.writeHead(statusOf(form), head);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

const statusOf = (form: Answered) => (form === 'known' ? 304 : 200);
const varyOf = (forEverybody: boolean) => (forEverybody ? 'Accept-Encoding' : 'Cookie, Accept-Encoding');

/** In which form somebody who asks gets a page. */
function formFor(
  request: IncomingMessage,
  { etag, body, packed }: KeptDocument,
): { form: Answered; bytes: Buffer | undefined } {
  const known = request.headers['if-none-match'];
  if (known !== undefined && (known === etag || known.split(',').some((tag) => tag.trim() === etag)))
    return { form: 'known', bytes: undefined };
  const packing = packingFor(request.headers['accept-encoding'], packed);
  return { form: packing ?? 'plain', bytes: packing ? (packed[packing] ?? body) : body };
}

function headersOf(document: KeptDocument, form: Answered, bytes: Buffer | undefined): Record<string, string> {
  const ours = {
    ETag: document.etag,
    'Cache-Control': 'public, no-cache',
    Vary: varyOf(document.forEverybody),
    ...(form === 'br' || form === 'gzip' ? { 'Content-Encoding': form } : {}),
    ...(bytes ? { 'Content-Length': String(bytes.length) } : {}),
  };
  // Each name once, however it is written: what is sent as it is, is put in order by nobody.
  const byName = new Map(
    Object.entries({ ...document.headers, ...ours }).map(([name, value]) => [
      name.toLowerCase(),
      [name, value] as const,
    ]),
  );
  byName.delete(requestIdHeader.toLowerCase());
  if (form === 'known') for (const name of ['content-type', 'content-length']) byName.delete(name);
  return Object.fromEntries(byName.values());
}

let day = { at: 0, text: '' };

/** Pages say what day it is; looked up once a second. */
function today(): string {
  const now = Date.now();
  if (now - day.at >= 1_000 || now < day.at) day = { at: now, text: dayOf(new Date(now)) };
  return day.text;
}
