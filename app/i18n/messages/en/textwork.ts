import type { plTextwork } from '../pl/textwork.ts';

export const enTextwork: Record<keyof typeof plTextwork, string> = {
};
