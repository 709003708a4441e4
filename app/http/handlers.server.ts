import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { getDb } from '#app/db/client.server.ts';
import { databaseAnswers } from '#app/db/health.server.ts';
import { AppError } from '#app/errors/app-error.ts';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { Paths } from '#app/i18n/paths.ts';
import type { Translate } from '#app/i18n/translate.ts';
import { requireReadLimit } from '#app/limits/take-limit.server.ts';
import { inLocale } from './locale.server.ts';
import { withdrawnText, withdrawnWords } from '#app/monitoring/access/withdrawn-words.ts';
import { logFailure } from '#app/log/log.server.ts';
import { loggedPath } from '#app/log/logged-path.ts';
import { currentRequest } from '#app/log/request-context.server.ts';
import { answering, waiting } from './responses.server.ts';
import { refusalOf } from './unavailable.server.ts';

export type Context = {
  request: Request;
  params: Record<string, string | undefined>;
  url: URL;
  db: PrismaClient;
  locale: Locale;
  to: Paths;
  t: Translate;
};

/** A loader or action with what each needs at hand; an AppError thrown inside, or a database that is away, becomes its status page. */
export function handler<T>(work: (context: Context) => Promise<T>) {
  return ({ request, params }: LoaderFunctionArgs | ActionFunctionArgs): Promise<T> =>
    answering(request, () => {
      // Nobody begins to wait for a database that is known to be away.
      if (!databaseAnswers()) throw new AppError('unavailable', 'the database does not answer');
      return work({ request, params, url: new URL(request.url), db: getDb(), ...inLocale(params) });
    });
}

/** The same for an address that gives a file: no page stands around what fails, so it is a sentence of plain text. */
export function fileHandler(work: (context: Context) => Promise<Response>) {
  return async ({ request, params }: LoaderFunctionArgs): Promise<Response> => {
    const context: Context = { request, params, url: new URL(request.url), db: getDb(), ...inLocale(params) };
    try {
      if (!databaseAnswers()) throw new AppError('unavailable', 'the database does not answer');
      return await work(context);
    } catch (error) {
      // What was thrown to be the answer: another address, a page of its own.
      if (error instanceof Response) throw error;
      const refusal = refusalOf(error, request);
      const status = refusal?.status ?? 500;
      if (status === 500) logFailure('a file failed', error, { path: loggedPath(context.url.pathname) });
      const name = status >= 500 ? `\n${context.t('page.request-id', { id: currentRequest()?.id ?? '' })}` : '';
      const page = refusal?.code === 'unavailable' ? ('unavailable' as const) : (`page.${status}` as const);
      const instead = withdrawnWords(error, context.locale);
      const words = instead
        ? `${withdrawnText(instead)}\n`
        : `${context.t(`${page}.title`)}. ${context.t(`${page}.text`)}${name}\n`;
      const headers = {
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Language': context.locale,
        'Cache-Control': 'no-store',
        ...(refusal ? waiting(refusal) : {}),
      };
      return new Response(words, { status, headers });
    }
  };
}

/** The same for a file that is made when it is asked for: counted by the address it is asked from, and not when the cache has it. */
export function madeFileHandler(work: (context: Context) => Promise<Response>) {
  return fileHandler(async (context) => {
    await requireReadLimit(context.db, 'heavy-file');
    return work(context);
  });
}
