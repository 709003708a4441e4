import type { NextFunction, Request, Response } from 'express';
import { apiRate } from '#app/api/limits.ts';
import { getDb } from '#app/db/client.server.ts';
import { countRead } from '#app/limits/count-read.server.ts';
import { takeLimit } from '#app/limits/take-limit.server.ts';
import { sendProblem } from './send-problem.server.ts';

const exposed = 'ETag, RateLimit, RateLimit-Policy, Retry-After, Link, Location, Content-Language';

/**
 * In front of the interface: any page may read it from a browser (CORS), and one connection may ask so many times a minute.
 * Stands before the cache, so that answers from it count too.
 */
export async function apiFront(request: Request, response: Response, next: NextFunction): Promise<void> {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', exposed);
  if (request.method === 'OPTIONS') {
    // Writing from other people's pages is not offered: a token does not belong into a browser page.
    response
      .writeHead(204, {
        'Access-Control-Allow-Methods': 'GET, HEAD',
        'Access-Control-Allow-Headers': 'If-None-Match',
        'Access-Control-Max-Age': '86400',
      })
      .end();
    return;
  }
  let isAllowed = false;
  try {
    isAllowed = await countCall(request, response);
  } catch (error) {
    return next(error);
  }
  if (isAllowed) next();
}

/** Reads say what is left in their headers; over a bound the answer is a problem document with the seconds to wait. */
async function countCall(request: Request, response: Response): Promise<boolean> {
  const tooMany = (wait: number) => sendProblem(request, response, 'too-many', { 'Retry-After': String(wait) });
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('RateLimit-Policy', `"write";q=${apiRate.writes};w=${apiRate.seconds}`);
    const taken = await takeLimit(getDb(), 'api-write', {});
    if (!taken.ok) tooMany(taken.error.seconds);
    return taken.ok;
  }
  const { allowed, max, remaining, window, seconds } = await countRead('api-read', request.ip ?? '');
  response.setHeader('RateLimit-Policy', `"read";q=${max};w=${window}`);
  response.setHeader('RateLimit', `"read";r=${remaining};t=${seconds}`);
  if (!allowed) tooMany(seconds);
  return allowed;
}
