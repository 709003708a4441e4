import { asLocale } from '#app/i18n/locale.ts';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerApi, problemAnswer, type ApiAnswer } from '#app/api/answer.server.ts';
import { apiBodyBytes } from '#app/api/limits.ts';
import { ApiProblem } from '#app/api/problem.ts';
import { getDb } from '#app/db/client.server.ts';
import { databaseAnswers } from '#app/db/health.server.ts';
import { AppError } from '#app/errors/app-error.ts';
import { logFailure } from '#app/log/log.server.ts';
import { loggedPath } from '#app/log/logged-path.ts';
import { readJson } from '#app/forms/read-json.ts';
import { readBytes } from './body.server.ts';
import { refusalOf } from './unavailable.server.ts';

/** Loader and action of every address of the interface. */
export async function apiHandler({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const url = new URL(request.url);
  const path = `/${params['*'] ?? ''}`;
  try {
    if (!databaseAnswers()) throw new AppError('unavailable', 'the database does not answer');
    return responseOf(
      await answerApi(getDb(), {
        method: request.method,
        path,
        query: url.searchParams,
        authorization: request.headers.get('Authorization'),
        idempotencyKey: request.headers.get('Idempotency-Key'),
        readBody: () => readBody(request),
      }),
    );
  } catch (error) {
    const code = refusalOf(error, request)?.code === 'unavailable' ? 'unavailable' : 'failure';
    if (code === 'failure')
      logFailure('a request of the interface failed', error, {
        method: request.method,
        path: loggedPath(url.pathname),
      });
    return responseOf(
      problemAnswer(new ApiProblem(code), {
        locale: asLocale(url.searchParams.get('lang')),
        instance: path,
      }),
    );
  }
}

function responseOf({ status, type, headers, body }: ApiAnswer): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, 'Content-Type': `${type}; charset=utf-8` },
  });
}

async function readBody(request: Request): Promise<unknown> {
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(request.headers.get('Content-Type') ?? ''))
    throw new ApiProblem('no-json');
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await readBytes(request, apiBodyBytes);
  } catch (error) {
    if (error instanceof AppError && error.code === 'too-large') throw new ApiProblem('too-large');
    throw error;
  }
  try {
    return readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) throw new ApiProblem('no-json');
    throw error;
  }
}
