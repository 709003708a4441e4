import type { PointDraft } from './operation-draft.ts';

/** What a guest's form asked for, kept until the address is confirmed, with the version of the text it was written against. */
export type GuestPayload = { version: number; points: PointDraft[]; nameIsPublic?: boolean };

/** Hours the link in the letter works, and at the longest so long after the letter was sent. */
export const guestHours = 48;
/** Days after sending: the words wait for a link, and a used link leads to the receipt. */
export const guestDays = { words: 7, receipt: 60 } as const;

export const keptUntil = (sentAt: Date): Date => new Date(sentAt.getTime() + guestDays.words * 86_400_000);
