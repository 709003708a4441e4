import type { plPublication } from '../pl/publication.ts';

export const enPublication: Record<keyof typeof plPublication, string> = {
};
