import type { Request, Response } from 'express';
import { problemAnswer } from '#app/api/answer.server.ts';
import { apiBase } from '#app/api/endpoint.server.ts';
import { ApiProblem, type ProblemCode } from '#app/api/problem.ts';
import { asLocale } from '#app/i18n/locale.ts';

/** A failure before Remix, for a program. The address stands in it as it was asked for: it may be none that can be read. */
export function sendProblem(
  request: Request,
  response: Response,
  code: ProblemCode,
  extra: Record<string, string> = {},
): void {
  const asked = request.originalUrl.split('?')[0] ?? '';
  const { status, type, headers, body } = problemAnswer(new ApiProblem(code), {
    locale: asLocale(new URLSearchParams(request.originalUrl.split('?')[1] ?? '').get('lang')),
    instance: asked.startsWith(apiBase) ? asked.slice(apiBase.length) : asked,
  });
  response
    .writeHead(status, {
      ...headers,
      'Content-Type': `${type}; charset=utf-8`,
      'Cache-Control': 'no-store',
      'Access-Control-Allow-Origin': '*',
      ...extra,
    })
    .end(request.method === 'HEAD' ? undefined : JSON.stringify(body));
}
