import type { GoingFile } from '../attachments/waiting-files.server.ts';
import type { PointDraft } from './operation-draft.ts';

/** What a guest's form asked for, kept until the address is confirmed, with the version of the text it was written against. */
export type GuestPayload = {
  version: number;
  points: PointDraft[];
  nameIsPublic?: boolean;
  files?: GoingFile[];
};

/** Hours the link in the letter works, and at the longest so long after the letter was sent. */
export const guestHours = 48;
/** Days after sending: the words wait for a link or for a code at the office, and a used link leads to the receipt. */
export const guestDays = { words: 7, code: 14, receipt: 60 } as const;

export const keptUntil = (sentAt: Date): Date => new Date(sentAt.getTime() + guestDays.words * 86_400_000);
export const codeUntil = (sentAt: Date): Date => new Date(sentAt.getTime() + guestDays.code * 86_400_000);

/** How a guest is reached. Without e-mail the letter waits for its code at the office. */
export const contactWays = ['email', 'phone', 'post'] as const;
export type ContactWay = (typeof contactWays)[number];
export type GuestContact = { by: 'email'; email: string } | { by: 'phone' | 'post'; words: string };
