import { asLocale } from '#app/i18n/locale.ts';
import type { NextFunction, Request, Response } from 'express';
import { problemAnswer } from '#app/api/answer.server.ts';
import { ApiProblem } from '#app/api/problem.ts';
import { getDb } from '#app/db/client.server.ts';
import { countRead } from '#app/limits/count-read.server.ts';
import { takeLimit } from '#app/limits/take-limit.server.ts';

const exposed = 'ETag, RateLimit, RateLimit-Policy, Retry-After, Link, Content-Language';

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
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const taken = await takeLimit(getDb(), 'api-write', {});
    if (!taken.ok) refuse(request, response, taken.error.seconds);
    return taken.ok;
  }
  const { allowed, max, remaining, window, seconds } = await countRead('api-read', request.ip ?? '');
  response.setHeader('RateLimit-Policy', `"default";q=${max};w=${window}`);
  response.setHeader('RateLimit', `"default";r=${remaining};t=${seconds}`);
  if (!allowed) refuse(request, response, seconds);
  return allowed;
}

function refuse(request: Request, response: Response, seconds: number): void {
  const { status, type, headers, body } = problemAnswer(new ApiProblem('too-many'), {
    locale: asLocale(request.query.lang),
    instance: request.path,
  });
  response
    .writeHead(status, {
      ...headers,
      'Content-Type': `${type}; charset=utf-8`,
      'Cache-Control': 'no-store',
      'Retry-After': String(seconds),
    })
    .end(JSON.stringify(body));
}
