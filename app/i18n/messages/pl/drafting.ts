export const plDrafting = {
} as const;
