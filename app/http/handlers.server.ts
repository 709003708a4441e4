import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { getDb } from '#app/db/client.server.ts';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { Paths } from '#app/i18n/paths.ts';
import type { Translate } from '#app/i18n/translate.ts';
import { inLocale } from './locale.server.ts';
import { answering } from './responses.server.ts';

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
