import { createCookie } from '@remix-run/node';
import { isSecure } from '#app/mail/absolute-url.server.ts';
import { readOwnCookie } from './cookies.server.ts';

/** Days that a browser remembers having answered: longer than surveys last. */
const days = 120;
/** Surveys remembered; the oldest goes. */
const most = 30;

/** Which surveys were answered from this browser. It hinders a second answer, nothing more, and the results say so. */
const cookie = createCookie('paragraf_ankiety', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: isSecure(),
  maxAge: days * 86_400,
});

async function sentSurveys(request: Request): Promise<string[]> {
  return ((await readOwnCookie(request, cookie)) ?? '').split(' ').filter(Boolean);
}

export async function hasSentSurvey(request: Request, slug: string): Promise<boolean> {
  return (await sentSurveys(request)).includes(slug);
}

export async function sentSurveyCookie(request: Request, slug: string): Promise<string> {
  const sent = (await sentSurveys(request)).filter((each) => each !== slug);
  return cookie.serialize([...sent, slug].slice(-most).join(' '));
}
