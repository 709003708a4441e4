import type { MessageKey } from '#app/i18n/translate.ts';

/** Why words may be covered. The catalogue is closed: nobody covers words because they are unwelcome. */
export const grounds = ['personal-data', 'personal-rights', 'unlawful', 'secret', 'copyright', 'advertising'] as const;
export type Ground = (typeof grounds)[number];

export const groundKeys: Record<Ground, MessageKey> = {
  'personal-data': 'redaction.ground.personal-data',
  'personal-rights': 'redaction.ground.personal-rights',
  unlawful: 'redaction.ground.unlawful',
  secret: 'redaction.ground.secret',
  copyright: 'redaction.ground.copyright',
  advertising: 'redaction.ground.advertising',
};

/** Names of the grounds as they stand inside a covered text: the register is Polish in both languages of the site. */
const inText: Record<Ground, string> = {
  'personal-data': 'dane osobowe',
  'personal-rights': 'dobra osobiste',
  unlawful: 'treść bezprawna',
  secret: 'tajemnica prawnie chroniona',
  copyright: 'prawo autorskie',
  advertising: 'reklama',
};

/** What stands in public for words that were covered: „[zasłonięto: dane osobowe, 12.11.2026]”. */
export function redactionMark(ground: Ground, at: Date): string {
  return `[zasłonięto: ${inText[ground]}, ${formatDay(at)}]`;
}

const numeric = new Intl.DateTimeFormat('pl', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'Europe/Warsaw',
});
const formatDay = (at: Date) => numeric.format(at);

/** Finds the marks in a text; bounded, since nobody but the program writes them. */
const writtenMark = /\[zasłonięto: [^\][\n]{1,60}\]|\[usunięto dane osobowe\]/g;

/** What stands before, between and after the marks in a text. */
export function splitAtMarks(text: string): string[] {
  return text.split(writtenMark);
}

/** How many marks stand in the text. */
export function marksIn(text: string | null | undefined): number {
  return text ? [...text.matchAll(writtenMark)].length : 0;
}

/**
 * Whether words that were typed hold more marks than those they start from. Nobody knows what covered words say, so no proposal and no
 * change of the text may bring them in: others are typed, or the words are shown first. A mark that stands there may stay.
 */
export function bringsMark(
  typed: readonly (string | null | undefined)[],
  stood: readonly (string | null | undefined)[],
): boolean {
  const count = (texts: readonly (string | null | undefined)[]) => texts.reduce((sum, text) => sum + marksIn(text), 0);
  return count(typed) > count(stood);
}
