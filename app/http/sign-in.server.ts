import { data, redirect } from '@remix-run/node';
import { deviceCookies, leftSession, sessionCookie } from './session.server.ts';

type Browser = { /** For the cookie by which it is known again. */ device?: string | null; shared?: boolean };

/** On to `path` with the cookie of a new session, and with that of the browser after a sign-in by password. */
export async function withSession(
  path: string,
  secret: string,
  { device = null, shared = false }: Browser = {},
): Promise<Response> {
  // Where others use the browser the cookie goes when it is closed.
  const cookie = await sessionCookie.serialize(secret, shared ? { maxAge: undefined } : {});
  const headers = new Headers({ 'Set-Cookie': cookie });
  for (const each of device ? await deviceCookies(device) : []) headers.append('Set-Cookie', each);
  return redirect(path, { status: 303, headers });
}

/** On to `path` without a session; `left` is the one that was ended. */
export async function withoutSession(path: string, left: string | null = null): Promise<Response> {
  const headers = new Headers({ 'Set-Cookie': await sessionCookie.serialize('', { maxAge: 0 }) });
  if (left) headers.append('Set-Cookie', await leftSession(left));
  return redirect(path, { status: 303, headers });
}

/** A page about something that is over or never was, with words of its own. */
export function gone<T>(content: T) {
  return data(content, { status: 404 });
}

/** Makes an answer take at least `ms`, so that its time does not tell what was found. */
export async function atLeast<T>(ms: number, work: Promise<T>): Promise<T> {
  const [result] = await Promise.all([work, new Promise((resolve) => setTimeout(resolve, ms))]);
  return result;
}
