import type { plMunicipalities } from '../pl/municipalities.ts';

export const enMunicipalities: Record<keyof typeof plMunicipalities, string> = {
};
