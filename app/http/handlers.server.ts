import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { getDb } from '#app/db/client.server.ts';
import { knownRefusal } from '#app/errors/known-refusal.ts';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { Paths } from '#app/i18n/paths.ts';
import type { Translate } from '#app/i18n/translate.ts';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import { inLocale } from './locale.server.ts';
import { answering, waiting } from './responses.server.ts';

export type Context = {
  request: Request;
  params: Record<string, string | undefined>;
  url: URL;
  db: PrismaClient;
  locale: Locale;
  to: Paths;
  t: Translate;
};

/** A loader or action with what each needs at hand; an AppError thrown inside becomes its status page. */
export function handler<T>(work: (context: Context) => Promise<T>) {
  return ({ request, params }: LoaderFunctionArgs | ActionFunctionArgs): Promise<T> =>
    answering(() => work({ request, params, url: new URL(request.url), db: getDb(), ...inLocale(params) }));
}

/** The same for an address that gives a file: no page stands around what fails, so it is a sentence of plain text. */
export function fileHandler(work: (context: Context) => Promise<Response>) {
  return async ({ request, params }: LoaderFunctionArgs): Promise<Response> => {
    const context: Context = { request, params, url: new URL(request.url), db: getDb(), ...inLocale(params) };
    try {
      return await work(context);
    } catch (error) {
      const refusal = knownRefusal(error);
      if (!refusal) throw error;
      const { status } = refusal;
      const words = `${context.t(`page.${status}.title`)}. ${context.t(`page.${status}.text`)}\n`;
      return new Response(words, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Language': context.locale, 'Cache-Control': 'no-store', ...waiting(refusal) } });
    }
  };
}

/** The same for a file that is made when it is asked for: counted by the address it is asked from, and not when the cache has it. */
export function madeFileHandler(work: (context: Context) => Promise<Response>) {
  return fileHandler(async (context) => {
    await requireLimit(context.db, 'heavy-file', {});
    return work(context);
  });
}
