import type { Request, RequestHandler, Response } from 'express';
import { getDb } from '#app/db/client.server.ts';
import { databaseAnswers } from '#app/db/health.server.ts';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import { networkOf } from '#app/limits/network.ts';
import { comeBackMs, lineMs, mostWaiting } from '#app/live/bounds.ts';
import { changedEvent, helloEvent, namedCounter } from '#app/live/events.ts';
import type { Listener } from '#app/live/hub.server.ts';
import { liveHub } from '#app/live/live-hub.server.ts';
import { counterOf, type LiveChannel } from '#app/live/subjects.server.ts';
import { publicUrl } from '#app/mail/absolute-url.server.ts';
import { retrySeconds } from './unavailable.server.ts';

/** Who may listen to what stands under an address, and where its counter is; null: there is nothing for this reader. */
export type LiveDoor = (
  db: PrismaClient,
  asked: { request: globalThis.Request; params: Record<string, string> },
) => Promise<{ channel: LiveChannel; n: number } | null>;

/**
 * An address of events. It stands in front of everything that compresses, keeps or collects answers. With `?stan` it says the counter
 * once, for those whose network lets no open line through.
 */
export function liveLine(door: LiveDoor): RequestHandler {
  return async (request, response, next) => {
    try {
      await answer(door, request, response);
    } catch (error) {
      next(error);
    }
  };
}

async function answer(door: LiveDoor, request: Request, response: Response): Promise<void> {
  response.setHeader('Cache-Control', 'no-store, no-transform');
  const place = databaseAnswers()
    ? await door(getDb(), { request: webRequest(request), params: request.params as Record<string, string> })
    : 'away';
  if (place === 'away') return refuse(response, 503);
  if (!place) return refuse(response, 404);
  if (request.query.stan !== undefined) return void response.json({ n: place.n });
  response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
  // nginx collects what it passes on unless it is told not to.
  response.setHeader('X-Accel-Buffering', 'no');
  if (request.method === 'HEAD') return void response.end();
  const line = lineOn(response);
  const leave = liveHub().add(place.channel, { ...line, network: networkOf(request.ip ?? '') });
  if (!leave) {
    response.removeHeader('Content-Type');
    return refuse(response, 503);
  }
  const end = setTimeout(line.end, lineMs).unref();
  response.once('close', () => {
    clearTimeout(end);
    leave();
  });
  response.flushHeaders();
  line.send(helloEvent(comeBackMs * (1 + Math.random())));
  const known = namedCounter(request.get('Last-Event-ID')) ?? namedCounter(String(request.query.od));
  // On the channel already: what is kept from now on comes by itself, and twice does no harm.
  const now = await counterOf(getDb(), place.channel);
  if (now !== undefined && now !== known) line.send(changedEvent(now));
}

function lineOn(response: Response): Pick<Listener, 'send' | 'end'> {
  return {
    send: (text) => {
      if (response.writableEnded || response.destroyed) return;
      // Who does not read is not waited for: he comes back and gets what is newest.
      if (response.writableLength > mostWaiting) response.destroy();
      else response.write(text);
    },
    end: () => void response.end(),
  };
}

function refuse(response: Response, status: 404 | 503): void {
  if (status === 503) response.setHeader('Retry-After', String(retrySeconds));
  response.status(status).type('text/plain').end();
}

/** The request as the sessions read it: its cookies, under the one address of the site. */
function webRequest(request: Request): globalThis.Request {
  return new Request(new URL(request.originalUrl, new URL(publicUrl()).origin), {
    headers: { Cookie: request.headers.cookie ?? '' },
  });
}

/** Ends every open line: a program that stops waits for no reader. */
export const endLiveLines = (): void => liveHub().stop();
