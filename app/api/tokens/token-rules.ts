import { z } from 'zod';
import { bounds } from '#app/forms/bounds.ts';

/** What a personal token may do. Reading needs none. */
export const scopes = ['remarks:write'] as const;
export type Scope = (typeof scopes)[number];

/** In front of every token, so that it is recognised where it should not be: in a log, in a repository. */
export const tokenPrefix = 'paragraf_';
/** How long a token may live, in days, and how many one person may have. */
export const tokenDays = [30, 90, 365] as const;
export const maxTokens = 20;

export const newTokenForm = z.object({
  tokenName: z
    .string()
    .trim()
    .min(1)
    .max(bounds.tokenName)
    .regex(/^[^\u0000-\u001f<>]*$/, 'error.invalid'),
  days: z.enum(tokenDays.map(String) as [string, ...string[]], 'error.choice').transform(Number),
  scopes: z.array(z.enum(scopes)).min(1, 'openness.error.scopes'),
});
export const revokeTokenForm = z.object({ token: z.uuid() });
