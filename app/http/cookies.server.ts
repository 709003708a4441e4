import type { Cookie } from '@remix-run/node';
import { markPersonal } from './making.server.ts';

/** Longer than any browser sends: what comes after is not read. */
const maxLength = 16_384;

const strangersName = /^[!#$&'*+\-.^`|~\w]+$/;
const strangersValue = /^[!#-+\--:<-[\]-~]*$/;

/**
 * The one reading of the Cookie header: names apart by `;`, blanks and tabs around names and values do not count, the first
 * of several with one name holds. Values stay as they were sent.
 */
export function readCookies(header: string | null | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (header ?? '').slice(0, maxLength).split(';')) {
    const at = part.indexOf('=');
    if (at < 0) continue;
    const name = part.slice(0, at).trim();
    if (!cookies.has(name)) cookies.set(name, part.slice(at + 1).trim());
  }
  return cookies;
}

/**
 * Whether a request is nobody's in particular: it has no cookies, or only other programs' cookies, written exactly as the
 * standard says. Whatever is written otherwise could be read as one of ours by somebody, and is taken for one.
 */
export function isNobodys(header: string | undefined): boolean {
  if (header === undefined || header === '') return true;
  if (header.length > maxLength || /paragraf/i.test(header)) return false;
  return header.split(';').every((part, at) => {
    const pair = at === 0 ? part : part.replace(/^ /, '');
    const equals = pair.indexOf('=');
    return equals > 0 && strangersName.test(pair.slice(0, equals)) && strangersValue.test(pair.slice(equals + 1));
  });
}

/** Value of one of our cookies, null without it. What is made after this is somebody's own and never kept for others. */
export async function readOwnCookie(request: Request, cookie: Cookie): Promise<string | null> {
  const sent = readCookies(request.headers.get('Cookie')).get(cookie.name);
  if (sent === undefined) return null;
  markPersonal();
  const value: unknown = await cookie.parse(`${cookie.name}=${sent}`);
  return typeof value === 'string' && value ? value : null;
}
