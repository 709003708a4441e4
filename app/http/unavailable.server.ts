import { isDatabaseAway } from '#app/errors/database-away.ts';
import { suspectDatabase } from '#app/db/health.server.ts';
import { AppError } from '#app/errors/app-error.ts';
import { localeOfPath } from '#app/i18n/locale.ts';
import { withdrawnWords, type SaidInstead } from '#app/monitoring/access/withdrawn-words.ts';
import { knownRefusal } from '#app/errors/known-refusal.ts';
import { logTrouble } from '#app/log/log.server.ts';
import { loggedPath } from '#app/log/logged-path.ts';
import { typedIn } from './body.server.ts';
import type { FormFailure } from '#app/forms/form.ts';

/** Seconds after which it is worth trying again: a database that comes back is noticed within a few. */
export const retrySeconds = 10;

/** What the page about an expected failure knows. `typed` are the words of a form that met a database away: it can be sent again. */
export type Refused = {
  code: AppError['code'];
  typed?: FormFailure['values'] | null;
  /** Names of files that were in the form: they have to be chosen again. */
  files?: string[];
  /** The database went away while the form was being worked on: it may have been saved. */
  maybeSaved?: boolean;
  /** What is said in the place of something that was withdrawn. */
  instead?: SaidInstead;
};

/** The expected failure behind an error, with a line in the log when the database is the reason; null for a fault of ours. */
export function refusalOf(error: unknown, request: Request): AppError | null {
  const known = knownRefusal(error);
  if (known) return known;
  if (!isDatabaseAway(error)) return null;
  suspectDatabase();
  logTrouble('the database is away', error, {
    method: request.method,
    path: loggedPath(new URL(request.url).pathname),
  });
  return new AppError('unavailable', 'the database is away', { cause: error });
}

/** Refusals that have nothing to do with what was typed, or come before it is looked at: the form can be sent again. */
const givenBack: ReadonlySet<AppError['code']> = new Set([
  'unavailable',
  'no-room',
  'busy',
  'too-many',
  'too-large',
  'conflict',
]);

/** What the page shows about a refusal; a form that met a database away comes back with its words. */
export async function refusedPage(refusal: AppError, request: Request): Promise<Refused> {
  const { code, cause } = refusal;
  const instead = withdrawnWords(refusal, localeOfPath(new URL(request.url).pathname));
  if (instead) return { code, instead };
  if (!givenBack.has(code) || request.method === 'GET' || request.method === 'HEAD') return { code };
  // A form is read before anything is changed: where that had not come to pass, nothing was.
  const maybeSaved = code === 'unavailable' && cause !== undefined && request.bodyUsed;
  return { code, maybeSaved, ...(await typedIn(request)) };
}
