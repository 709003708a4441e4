import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { issueToken, tokenHours } from './email-token.server.ts';

/** A link for one use that signs a guest in and leads to `next`, a path of this site. */
export async function guestLink(tx: Db, input: { userId: string; locale: Locale; next: string }): Promise<string> {
  const secret = await issueToken(tx, { userId: input.userId, purpose: 'guest-sign-in', hours: tokenHours['guest-sign-in'] });
  return absoluteUrl(paths(input.locale).signInByLink(secret, input.next));
}
