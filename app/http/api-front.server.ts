import { createHash } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { problemAnswer } from '#app/api/answer.server.ts';
import { apiRate } from '#app/api/limits.ts';
import { ApiProblem } from '#app/api/problem.ts';
import { countRate } from './rate-limit.server.ts';

const exposed = 'ETag, RateLimit, RateLimit-Policy, Retry-After, Link, Content-Language';

/**
 * In front of the interface: any page may read it from a browser (CORS), and one connection may ask so many times a minute.
 * Stands before the cache, so that answers from it count too.
 */
export function apiFront(request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', exposed);
  if (request.method === 'OPTIONS') {
    // Writing from other people's pages is not offered: a token does not belong into a browser page.
    response.writeHead(204, { 'Access-Control-Allow-Methods': 'GET, HEAD', 'Access-Control-Allow-Headers': 'If-None-Match', 'Access-Control-Max-Age': '86400' }).end();
    return;
  }
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const max = isRead ? apiRate.reads : apiRate.writes;
  const client = createHash('sha256').update(request.ip ?? '').digest('hex').slice(0, 16);
  const { allowed, remaining, seconds } = countRate(`api:${isRead ? 'read' : 'write'}:${client}`, max, apiRate.seconds * 1000);
  response.setHeader('RateLimit-Policy', `"default";q=${max};w=${apiRate.seconds}`);
  response.setHeader('RateLimit', `"default";r=${remaining};t=${seconds}`);
  if (allowed) return next();
  const { status, type, headers, body } = problemAnswer(new ApiProblem('too-many'), { locale: request.query.lang === 'en' ? 'en' : 'pl', instance: request.path });
  response.writeHead(status, { ...headers, 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store', 'Retry-After': String(Math.max(1, seconds)) }).end(JSON.stringify(body));
}
