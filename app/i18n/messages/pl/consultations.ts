export const plConsultations = {
} as const;
