import { z } from 'zod';
import type { Db } from '#app/db/client.server.ts';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { Paths } from '#app/i18n/paths.ts';
import { translate, type MessageKey, type Translate } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { pageOf, readCursor, type CursorKey } from './cursor.ts';
import { ApiProblem, type ProblemCode } from './problem.ts';
import type { Scope } from './tokens/token-rules.ts';

export type ApiContext<P = unknown, Q = unknown, B = unknown> = {
  db: PrismaClient;
  now: Date;
  locale: Locale;
  t: Translate;
  to: Paths;
  params: P;
  query: Q;
  body: B;
  /** Value of Idempotency-Key; null without one. */
  idempotencyKey: string | null;
  /** Who the token belongs to; only where a scope is asked for. */
  viewer: Viewer | null;
};

export type Endpoint = {
  id: string;
  method: 'get' | 'post';
  /** Below /api/v1, with names in braces. */
  path: string;
  tag: 'municipalities' | 'consultations' | 'monitoring' | 'about';
  summary: MessageKey;
  params: z.ZodObject;
  query: z.ZodObject;
  answer: z.ZodType;
  status: 200 | 201;
  body: z.ZodType | null;
  scope: Scope | null;
  /** Where what was made can be read, for the header of a 201. */
  location?: (answer: unknown) => string;
  /** What it may refuse with, beside what any request may be refused with. */
  refusals: readonly ProblemCode[];
  run(context: ApiContext): Promise<unknown>;
};

type Definition<P extends z.ZodObject, Q extends z.ZodObject, A extends z.ZodType, B extends z.ZodType> = Pick<
  Endpoint,
  'id' | 'path' | 'tag' | 'summary'
> &
  Partial<Pick<Endpoint, 'method' | 'status' | 'scope' | 'refusals'>> & {
    params: P;
    query: Q;
    answer: A;
    body?: B;
    location?: (answer: z.infer<A>) => string;
    run(context: ApiContext<z.infer<P>, z.infer<Q>, z.infer<B>>): Promise<z.input<A>>;
  };

/** Ties the types of one endpoint together: what it reads and what it answers are its schemas. */
export function endpoint<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  A extends z.ZodType,
  B extends z.ZodType = z.ZodUnknown,
>(of: Definition<P, Q, A, B>): Endpoint {
  return {
    method: 'get',
    status: 200,
    scope: null,
    refusals: Object.keys(of.params.shape).length > 0 ? ['not-found'] : [],
    ...of,
    location: of.location && ((answer) => of.location!(answer as z.infer<A>)),
    body: of.body ?? null,
    run: (context) => of.run(context as ApiContext<z.infer<P>, z.infer<Q>, z.infer<B>>),
  };
}

export const noParams = z.object({});
export const apiBase = '/api/v1';

/** Full address below /api/v1; `query` values that are undefined are left out. */
export function apiAddress(path: string, query: Record<string, string | number | undefined> = {}): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]): [string, string] => [key, String(value)]);
  return absoluteUrl(apiBase + path) + (pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '');
}

type ListQuery = { limit: number; cursor?: string | undefined; lang?: Locale };

/** The key a list goes on after; undefined at its beginning. Throws a problem for a cursor of another list. */
export function after<S extends z.ZodType>(query: ListQuery, key: S): z.infer<S> | undefined {
  if (query.cursor === undefined) return undefined;
  const read = readCursor(query.cursor, key);
  if (read === null)
    throw new ApiProblem('bad-cursor', {
      errors: [{ in: 'query', name: 'cursor', detail: translate(query.lang ?? 'pl', 'api.problem.bad-cursor') }],
    });
  return read;
}

/** A list answer: `rows` holds one item more than asked for when something follows. */
export function listAnswer<T, U>(
  path: string,
  context: { query: ListQuery },
  rows: readonly T[],
  of: { key: (row: T) => CursorKey; view: (row: T) => U },
): { items: U[]; nextCursor: string | null; next: string | null } {
  const { items, nextCursor } = pageOf(rows, context.query.limit, of.key);
  const { cursor: _cursor, ...query } = context.query as ListQuery & Record<string, string | number | undefined>;
  return {
    items: items.map(of.view),
    nextCursor,
    next: nextCursor === null ? null : apiAddress(path, { ...query, cursor: nextCursor }),
  };
}

export type { Db };
