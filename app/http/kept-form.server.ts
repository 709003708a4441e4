import { createCookie } from '@remix-run/node';
import { getDb } from '#app/db/client.server.ts';
import { localeOfPath } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { isSecure } from '#app/mail/absolute-url.server.ts';
import { countKeptForms, dropKeptForms, keepForm, keptMinutes } from '#app/people/kept-form.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { typedIn } from './body.server.ts';
import { readOwnCookie } from './cookies.server.ts';
import { formerSession, getViewer, viewerFound, wasSentAway } from './session.server.ts';

/** The secret by which a browser gets back what was typed in it; without it nobody can read the words. */
const keptCookie = createCookie('paragraf_kept', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isSecure(),
  maxAge: keptMinutes.ofKnown * 60,
});

export const keptSecret = (request: Request): Promise<string | null> => readOwnCookie(request, keptCookie);

const isForm = (request: Request) => request.method !== 'GET' && request.method !== 'HEAD';
const addressOf = (request: Request) => {
  const { pathname, search } = new URL(request.url);
  return pathname + search;
};

/**
 * The answer that sends somebody to sign in (or to confirm an address) instead of taking a form, with the form kept meanwhile: after the
 * sign-in it is shown with everything typed. What could not be read or kept is said to be lost. Other answers pass as they are.
 */
export async function withTypedForm(request: Request, answer: Response): Promise<Response> {
  if (!isForm(request)) return answer;
  if (!wasSentAway(answer)) {
    await forgetSent(request, answer);
    return answer;
  }
  const to = paths(localeOfPath(new URL(request.url).pathname));
  const { typed, files } = await typedIn(request);
  const secret =
    typed &&
    (await keepForm(getDb(), {
      form: { path: addressOf(request), fields: typed, files },
      secret: await keptSecret(request),
      endedSession: await formerSession(request),
    }));
  const headers = new Headers(answer.headers);
  const location = headers.get('Location') ?? to.signIn();
  if (secret) headers.append('Set-Cookie', await keptCookie.serialize(secret));
  // Whoever has a session still goes on to what has to be done first; the page says that the form waits.
  if ((await getViewer(request)) === null)
    headers.set('Location', secret ? `${to.signIn(to.keptForms())}&info=form-kept` : `${location}&info=form-lost`);
  return new Response(null, { status: answer.status, headers });
}

/** A form that was taken at last is kept no longer. */
export async function forgetSent(request: Request, answer: Response): Promise<void> {
  const viewer = viewerFound(request);
  if (!isForm(request) || answer.status !== 303 || viewer === null) return;
  const secret = await keptSecret(request);
  if (secret) await dropKeptForms(getDb(), { secret, which: { path: addressOf(request), userId: viewer.id } });
}

/** How many forms wait for this person in this browser. */
export async function waitingForms(request: Request, viewer: Viewer): Promise<number> {
  const secret = await keptSecret(request);
  return secret ? countKeptForms(getDb(), { secret, userId: viewer.id }) : 0;
}
