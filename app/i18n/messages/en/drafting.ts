import type { plDrafting } from '../pl/drafting.ts';

export const enDrafting: Record<keyof typeof plDrafting, string> = {
};
