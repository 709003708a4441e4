/** What a personal token may do. Reading needs none. */
export const scopes = ['remarks:write'] as const;
export type Scope = (typeof scopes)[number];
