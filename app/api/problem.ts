import type { MessageKey } from '#app/i18n/translate.ts';
import type { Problem } from './schemas/common.ts';

/** Everything the interface may refuse with: status, words, and whether an answer to reading may have it. */
export const problems = {
  'bad-request': { status: 400, title: 'api.problem.bad-request' },
  'bad-cursor': { status: 400, title: 'api.problem.bad-cursor' },
  'no-key': { status: 400, title: 'api.problem.no-key' },
  'no-token': { status: 401, title: 'api.problem.no-token' },
  'no-scope': { status: 403, title: 'api.problem.no-scope' },
  'not-confirmed': { status: 403, title: 'api.problem.not-confirmed' },
  'not-found': { status: 404, title: 'api.problem.not-found' },
  'no-method': { status: 405, title: 'api.problem.no-method' },
  gone: { status: 410, title: 'api.problem.gone' },
  closed: { status: 409, title: 'api.problem.closed' },
  moved: { status: 409, title: 'api.problem.moved' },
  'in-progress': { status: 409, title: 'api.problem.in-progress' },
  'too-large': { status: 413, title: 'api.problem.too-large' },
  'no-json': { status: 415, title: 'api.problem.no-json' },
  refused: { status: 422, title: 'api.problem.refused' },
  'key-reused': { status: 422, title: 'api.problem.key-reused' },
  'too-many': { status: 429, title: 'api.problem.too-many' },
  unavailable: { status: 503, title: 'api.problem.unavailable' },
  busy: { status: 503, title: 'api.problem.busy' },
  'no-room': { status: 507, title: 'page.507.title' },
  failure: { status: 500, title: 'api.problem.failure' },
} as const satisfies Record<string, { status: number; title: MessageKey }>;

export type ProblemCode = keyof typeof problems;
export const problemCodes = Object.keys(problems) as ProblemCode[];

type Extra = { detail?: string; errors?: NonNullable<Problem['errors']>; headers?: Record<string, string> };

/** A refusal on its way to being a problem document. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ProblemCode;
  readonly extra: Extra;
  constructor(code: ProblemCode, extra: Extra = {}) {
    super(code);
    this.code = code;
    this.extra = extra;
  }
}
