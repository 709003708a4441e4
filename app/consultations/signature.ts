import type { Translate } from '#app/i18n/translate.ts';

/** Who stands under a remark in public: `authorName` is empty for a natural person who did not ask to be named. */
export type Signed = { authorName: string; organisation: string | null };

/** One name: the organisation, else the person, else the words for a natural person. */
export function signatureOf({ authorName, organisation }: Signed, t: Translate): string {
  return organisation || authorName || t('register.person');
}

/** The organisation with the person who wrote in its name, where that person is public. */
export function fullSignatureOf(signed: Signed, t: Translate): string {
  return signed.organisation && signed.authorName ? `${signed.organisation} (${signed.authorName})` : signatureOf(signed, t);
}
