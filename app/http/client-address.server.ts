import { createHash } from 'node:crypto';
import type { NextFunction, Request as ServerRequest, Response as ServerResponse } from 'express';
import { askedFrom } from '#app/limits/asker.server.ts';
import { limitRate } from './rate-limit.server.ts';

const header = 'x-paragraf-client';

/** Hands the address the connection came from (as TRUST_PROXY lets Express see it) to the limits of use cases, and to the pages; a sent one is overwritten. */
export function passClientAddress(request: ServerRequest, _response: ServerResponse, next: NextFunction): void {
  request.headers[header] = request.ip ?? '';
  askedFrom(request.ip, () => next());
}

const minute = 60_000;

/**
 * Bounds for forms about accounts. By connection against guessing many accounts; by address and connection against guessing
 * one; by address alone, much wider, so that a stranger cannot lock somebody out for long. Keys are hashed: they reach the log.
 */
export function limitAccountForm(request: Request, form: string, email: string | null): void {
  const client = request.headers.get(header) ?? '';
  limitRate(keyOf(form, client), 60, 15 * minute);
  if (email === null) return;
  limitRate(keyOf(form, client, email), 20, 15 * minute);
  limitRate(keyOf(form, email), 100, 60 * minute);
}

/** A key for bounds by connection, hashed like the others. */
export function connectionKey(request: Request, form: string): string {
  return keyOf(form, request.headers.get(header) ?? '');
}

function keyOf(form: string, ...parts: string[]): string {
  return `${form}:${createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 16)}`;
}
