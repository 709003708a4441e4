import { z } from 'zod';
import { en, pl } from 'zod/locales';
import { knownRefusal } from '#app/errors/known-refusal.ts';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import { asLocale, type Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator } from '#app/i18n/translate.ts';
import { withdrawnText, withdrawnWords } from '#app/monitoring/access/withdrawn-words.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { findEndpoint } from './endpoints.server.ts';
import { apiBase, type Endpoint } from './endpoint.server.ts';
import { ApiProblem, problems } from './problem.ts';
import { problem, type Problem } from './schemas/common.ts';
import { useToken } from './tokens/use-token.server.ts';

export type ApiRequest = {
  method: string;
  /** Below /api/v1, decoded, without query. */
  path: string;
  query: URLSearchParams;
  /** Value of Authorization and of Idempotency-Key; null without them. */
  authorization: string | null;
  idempotencyKey: string | null;
  /** Reads the body as JSON; throws a problem when it is none. */
  readBody(): Promise<unknown>;
};
export type ApiAnswer = {
  status: number;
  type: 'application/json' | 'application/problem+json';
  headers: Record<string, string>;
  body: unknown;
};

/** Answers one request to the interface; every refusal is a problem document. Anything unexpected is thrown on. */
export async function answerApi(db: PrismaClient, request: ApiRequest, now = new Date()): Promise<ApiAnswer> {
  const locale = asLocale(request.query.get('lang'));
  try {
    return await run(db, request, locale, now);
  } catch (error) {
    const refusal = refusalOf(error, locale);
    if (!refusal) throw error;
    return problemAnswer(refusal, { locale, instance: request.path });
  }
}

async function run(db: PrismaClient, request: ApiRequest, locale: Locale, now: Date): Promise<ApiAnswer> {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const found = findEndpoint(method.toLowerCase(), request.path);
  if (!found) throw new ApiProblem('not-found');
  if ('methods' in found)
    throw new ApiProblem('no-method', { headers: { Allow: [...found.methods, 'OPTIONS'].join(', ') } });
  const { endpoint } = found;
  const errors: NonNullable<Problem['errors']> = [];
  const query = read(endpoint.query, Object.fromEntries(request.query), { in: 'query', locale, errors });
  const params = read(endpoint.params, found.params, { in: 'path', locale, errors });
  // A path that cannot be the name of anything is not found; only the query is complained about.
  if (!params.success) throw new ApiProblem('not-found', { errors: errors.filter((error) => error.in === 'path') });
  if (!query.success) throw new ApiProblem('bad-request', { errors });
  const asker = endpoint.scope ? await viewerOf(db, endpoint, request, now) : null;
  const sent = endpoint.body ? await request.readBody() : undefined;
  // A body may take minutes, on purpose: a token revoked meanwhile writes nothing any more.
  const viewer = asker && endpoint.body ? await viewerOf(db, endpoint, request, now) : asker;
  const body = endpoint.body ? readBody(endpoint.body, sent, locale) : undefined;
  const context = {
    db,
    now,
    locale,
    t: translator(locale),
    to: paths(locale),
    params: params.data,
    query: query.data,
    body,
    viewer,
    idempotencyKey: request.idempotencyKey,
  };
  // The schema lets nothing through that it does not name.
  const answer = endpoint.answer.parse(await endpoint.run(context));
  const location = endpoint.location?.(answer);
  return {
    status: endpoint.status,
    type: 'application/json',
    headers: { 'Content-Language': locale, ...(location ? { Location: location } : {}) },
    body: answer,
  };
}

/** What is wrong with a value is said in the language that was asked for. */
const complaints = { pl: { error: pl().localeError }, en: { error: en().localeError } };

type Place = { in: 'query' | 'path'; locale: Locale; errors: NonNullable<Problem['errors']> };

function read(schema: z.ZodType, value: unknown, { in: where, locale, errors }: Place) {
  const result = schema.safeParse(value, complaints[locale]);
  if (!result.success) errors.push(...issuesOf(result.error, where));
  return result;
}

function readBody(schema: z.ZodType, value: unknown, locale: Locale): unknown {
  const result = schema.safeParse(value, complaints[locale]);
  if (!result.success) throw new ApiProblem('refused', { errors: issuesOf(result.error, 'body') });
  return result.data;
}

function issuesOf(error: z.ZodError, where: 'query' | 'path' | 'body'): NonNullable<Problem['errors']> {
  return error.issues.slice(0, 50).map((issue) => ({ in: where, name: issue.path.join('/'), detail: issue.message }));
}

async function viewerOf(db: PrismaClient, endpoint: Endpoint, request: ApiRequest, now: Date): Promise<Viewer> {
  const secret = /^Bearer\s+(\S+)$/i.exec(request.authorization ?? '')?.[1];
  const token = secret ? await useToken(db, { secret, now }) : null;
  if (!token) throw new ApiProblem('no-token', { headers: { 'WWW-Authenticate': 'Bearer realm="Paragraf"' } });
  if (endpoint.scope && !token.scopes.includes(endpoint.scope))
    throw new ApiProblem('no-scope', { detail: endpoint.scope });
  return token.viewer;
}

function refusalOf(error: unknown, locale: Locale): ApiProblem | null {
  if (error instanceof ApiProblem) return error;
  const refusal = knownRefusal(error);
  if (!refusal) return null;
  const headers = refusal.seconds === null ? {} : { headers: { 'Retry-After': String(refusal.seconds) } };
  switch (refusal.code) {
    case 'not-found':
    case 'forbidden':
      return new ApiProblem('not-found');
    case 'gone': {
      const instead = withdrawnWords(error, locale);
      return new ApiProblem('gone', instead ? { detail: withdrawnText(instead) } : {});
    }
    case 'too-large':
    case 'too-much-work':
      return new ApiProblem('too-large');
    case 'too-many':
    case 'busy':
    case 'no-room':
      return new ApiProblem(refusal.code, headers);
    case 'conflict':
      return new ApiProblem('moved');
    case 'bad-request':
      return new ApiProblem('bad-request');
    case 'unavailable':
      return new ApiProblem('unavailable');
  }
}

/** A refusal as a document of RFC 9457, in the language of the reader. */
export function problemAnswer(
  { code, extra }: ApiProblem,
  { locale, instance }: { locale: Locale; instance: string },
): ApiAnswer {
  const { status, title } = problems[code];
  const body: Problem = {
    // One name for one problem, in whatever language it is told.
    type: `${absoluteUrl(paths('pl').api())}#problem-${code}`,
    title: translator(locale)(title),
    status,
    code,
    instance: apiBase + instance,
    ...(extra.detail ? { detail: extra.detail } : {}),
    ...(extra.errors?.length ? { errors: extra.errors } : {}),
  };
  return {
    status,
    type: 'application/problem+json',
    headers: { 'Content-Language': locale, ...extra.headers },
    body: problem.parse(body),
  };
}
