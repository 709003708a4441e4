import { createCookie, redirect } from '@remix-run/node';
import { getDb } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { localeOfPath, locales } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { isSecure } from '#app/mail/absolute-url.server.ts';
import { deviceDays } from '#app/people/known-device.server.ts';
import { findViewer, longestSessionDays } from '#app/people/sessions.server.ts';
import { keptDays } from '#app/people/purge.server.ts';
import { isOfficialOf, officialTeryts, teamIds, type Viewer } from '#app/people/viewer.ts';
import { readOwnCookie } from './cookies.server.ts';

const sessionCookieName = 'paragraf_session';
/** Carried by who opened a link under embargo. */
export const embargoCookieName = 'paragraf_embargo';

export const sessionCookie = createCookie(sessionCookieName, {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isSecure(),
  // The server says when a session is over; the cookie is there longer, so that it is known whose form comes too late.
  maxAge: (longestSessionDays + keptDays.endedSession) * 86_400,
});

/** The session somebody has signed out of, for a day: whose a form is that was still open in another window. Opens nothing. */
const leftCookie = createCookie('paragraf_left', { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() });

export const leftSession = (secret: string | null): Promise<string> =>
  leftCookie.serialize(secret ?? '', { maxAge: secret ? 86_400 : 0 });

/** Secret of the session a browser had, whether it still opens anything or not. */
export async function formerSession(request: Request): Promise<string | null> {
  return (await sessionSecret(request)) ?? readOwnCookie(request, leftCookie);
}

/**
 * By which a browser is known again at the next sign-in. Sent with the sign-in pages alone, so that no page that everybody reads
 * ever sees it.
 */
const deviceCookie = createCookie('paragraf_device', {
  httpOnly: true,
  sameSite: 'lax',
  secure: isSecure(),
  maxAge: deviceDays * 86_400,
});

export async function deviceSecret(request: Request): Promise<string | null> {
  return readOwnCookie(request, deviceCookie);
}

/** The cookie for each language's sign-in page. */
export async function deviceCookies(secret: string): Promise<string[]> {
  return Promise.all(locales.map((locale) => deviceCookie.serialize(secret, { path: paths(locale).signIn() })));
}

export async function sessionSecret(request: Request): Promise<string | null> {
  return readOwnCookie(request, sessionCookie);
}

/** Whom a request was found to be of, for as long as it is answered. */
const foundFor = new WeakMap<Request, Viewer>();

/** Who is looking, or null. */
export async function getViewer(request: Request): Promise<Viewer | null> {
  const secret = await sessionSecret(request);
  const viewer = secret ? await findViewer(getDb(), secret) : null;
  if (viewer) foundFor.set(request, viewer);
  return viewer;
}

/**
 * Looks again at who was found to be asking, once the body of a request is here: it may have taken minutes, on purpose, and a session
 * or a role that ended meanwhile opens nothing any more. A request of nobody, or not asked about yet, passes.
 */
export async function requireStillAllowed(request: Request): Promise<void> {
  const before = foundFor.get(request);
  if (!before) return;
  const now = await requireViewer(request);
  const held = new Set(now.grants.map(grantKey));
  if (now.id !== before.id || !before.grants.every((grant) => held.has(grantKey(grant))))
    throw notFound('a role ended while the form was on its way');
}

const grantKey = ({ role, teryt, teamId, organisationName }: Viewer['grants'][number]) =>
  JSON.stringify([role, teryt, teamId, organisationName]);

/** The signed-in person; others are sent to the sign-in page and come back afterwards. */
export async function requireViewer(request: Request): Promise<Viewer> {
  const viewer = await getViewer(request);
  if (viewer) return viewer;
  const url = new URL(request.url);
  const back = request.method === 'GET' ? url.pathname + url.search : url.pathname;
  throw unsent(redirect(paths(localeOfPath(url.pathname)).signIn(back), 303));
}

const sentAway = new WeakSet<Response>();
function unsent(answer: Response): Response {
  sentAway.add(answer);
  return answer;
}

/** Whether an answer sends somebody to sign in, or to confirm an address, first: what was in the form was not looked at. */
export const wasSentAway = (answer: Response): boolean => sentAway.has(answer);

/** Whom a request was found to be of; null when nobody was looked for or found. */
export const viewerFound = (request: Request): Viewer | null => foundFor.get(request) ?? null;

/**
 * The signed-in person with a confirmed address, as commenting and proposing need; others are told what to do. Call it in
 * the loader of the form too, so that nobody types what will be refused.
 */
export async function requireVerified(request: Request): Promise<Viewer> {
  const viewer = await requireViewer(request);
  if (viewer.verified) return viewer;
  const to = paths(localeOfPath(new URL(request.url).pathname));
  throw unsent(redirect(`${to.account()}?info=confirm-first`, 303));
}

/** Who writes: a signed-in person with a confirmed address, or null for a guest, who signs in the form itself. */
export async function verifiedOrGuest(request: Request): Promise<Viewer | null> {
  return (await getViewer(request)) ? requireVerified(request) : null;
}

/** An official of this municipality; for everybody else the page does not exist. */
export async function requireOfficial(request: Request, teryt?: string): Promise<Viewer> {
  const viewer = await requireViewer(request);
  const allowed = teryt ? isOfficialOf(viewer, teryt) : officialTeryts(viewer).length > 0;
  if (!allowed) throw notFound('not an official here');
  return viewer;
}

export async function requireTeamMember(request: Request): Promise<Viewer> {
  const viewer = await requireViewer(request);
  if (teamIds(viewer).length === 0) throw notFound('not in a team');
  return viewer;
}
