/** When letters about drafts of the office come: each at once, or those of a day together. */
export const officeLetters = ['at-once', 'daily'] as const;
export type OfficeLetters = (typeof officeLetters)[number];
