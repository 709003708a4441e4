import type { plOpenness } from '../pl/openness.ts';

export const enOpenness: Record<keyof typeof plOpenness, string> = {
};
