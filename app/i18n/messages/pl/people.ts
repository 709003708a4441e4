export const plPeople = {
} as const;
