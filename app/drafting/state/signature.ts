import type { Translate } from '#app/i18n/translate.ts';

/**
 * Who stands under a remark in public: `authorName` is empty for a natural person who did not ask to be named. `channel` is how it
 * came, which says whether anybody stands for the name.
 */
export type Signed = { authorName: string; organisation: string | null; channel: string };

/**
 * Whether the name was typed by somebody whom only an address speaks for. Representatives have their organisation from an
 * administrator, and what came on paper was seen by the office that entered it.
 */
export function isGiven(channel: string): boolean {
  return channel === 'guest';
}

/** A name as it may be shown anywhere: one that was only typed says so. */
export function nameAsGiven(name: string, channel: string, t: Translate): string {
  return isGiven(channel) ? t('register.given', { name }) : name;
}

/** One name: the organisation, else the person, else the words for a natural person. */
export function signatureOf({ authorName, organisation, channel }: Signed, t: Translate): string {
  const name = organisation || authorName;
  return name ? nameAsGiven(name, channel, t) : t('register.person');
}

/** The organisation with the person who wrote in its name, where that person is public. */
export function fullSignatureOf(signed: Signed, t: Translate): string {
  const { organisation, authorName, channel } = signed;
  return organisation && authorName
    ? nameAsGiven(`${organisation} (${authorName})`, channel, t)
    : signatureOf(signed, t);
}
