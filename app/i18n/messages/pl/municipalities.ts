export const plMunicipalities = {
} as const;
