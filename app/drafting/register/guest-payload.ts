import type { PointDraft } from './operation-draft.ts';

/** What a guest's form asked for, kept until the address is confirmed, with the version of the text it was written against. */
export type GuestPayload = { version: number; points: PointDraft[]; nameIsPublic?: boolean };
