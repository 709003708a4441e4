import type { NextFunction, Request, Response } from 'express';
import { loggedPath } from '#app/log/logged-path.ts';
import { isSecure } from '#app/mail/absolute-url.server.ts';
import { isOwnOrigin } from './own-host.server.ts';

/** Scripts only from here and with the nonce of this answer; no inline styles, no frames, no foreign anything. */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Pages made to stand in other people's pages: no forms, no inline scripts, and the one thing the others forbid. */
export function framedPolicy(): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    'frame-ancestors *',
  ].join('; ');
}

/** Whether an address, read as the router reads it, is one of the embeds: nothing else may be framed. */
export function mayBeFramed(address: string): boolean {
  const base = 'http://localhost';
  return URL.canParse(address, base) && /^\/(?:en\/)?osadz\/[^/]/.test(new URL(address, base).pathname);
}

/** What every answer carries. */
export function baseHeaders(): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    ...(isSecure() ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}

export function securityHeaders(request: Request, response: Response, next: NextFunction): void {
  for (const [name, value] of Object.entries(baseHeaders())) response.setHeader(name, value);
  // What the log may not keep, no other page is told as where somebody came from, ours included.
  if (loggedPath(request.originalUrl).includes('…')) response.setHeader('Referrer-Policy', 'strict-origin');
  next();
}

/**
 * Forms are taken from this site's own pages. A browser always says where a form comes from (Sec-Fetch-Site or Origin);
 * a request with neither is a program, which carries no cookie of somebody else: the cookie is SameSite=Lax.
 */
export function isForeignForm(headers: {
  site: string | undefined;
  origin: string | undefined;
  host: string | undefined;
}): boolean {
  if (headers.site) return headers.site !== 'same-origin' && headers.site !== 'none';
  if (!headers.origin) return false;
  return !URL.canParse(headers.origin) || !isOwnOrigin(new URL(headers.origin).host, headers.host);
}
