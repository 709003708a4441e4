import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { issueGuestTokens } from './email-token.server.ts';

type Asked = { userId: string; locale: Locale; next: string };

/** A link for one use that signs a guest in and leads to `next`, a path of this site. */
export async function guestLink(tx: Db, input: Asked): Promise<string> {
  const [link] = await guestLinks(tx, [input]);
  if (link === undefined) throw new Error('no link was made');
  return link;
}

/** The same for many, in their order. */
export async function guestLinks(tx: Db, inputs: readonly Asked[]): Promise<string[]> {
  const secrets = await issueGuestTokens(
    tx,
    inputs.map(({ userId }) => userId),
  );
  return inputs.map(({ locale, next }, at) => absoluteUrl(paths(locale).signInByLink(secrets[at] ?? '', next)));
}
