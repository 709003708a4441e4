import type { plConsultations } from '../pl/consultations.ts';

export const enConsultations: Record<keyof typeof plConsultations, string> = {
};
