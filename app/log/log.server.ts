import pino, { type Logger } from 'pino';
import { errorFields } from './error-line.ts';
import { readableLine } from './readable-line.ts';
import { currentRequest } from './request-context.server.ts';

const slot = Symbol.for('paragraf.log');
type Slot = { [slot]?: Logger };

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * The log of the program: JSON lines in production, for a collector; readable ones on a terminal and in development. Each
 * line has time, level and, inside of a request, its id. Nothing that names a person goes into it.
 */
export function log(): Logger {
  return ((globalThis as Slot)[slot] ??= makeLog());
}

function makeLog(): Logger {
  const wanted = process.env.LOG_LEVEL ?? 'info';
  const options = {
    level: levels.includes(wanted) ? wanted : 'info',
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: () => {
      const request = currentRequest();
      return request ? { requestId: request.id } : {};
    },
  };
  const asJson = process.env.NODE_ENV === 'production' && !process.stdout.isTTY;
  return asJson ? pino(options, pino.destination({ dest: 1, sync: true })) : pino(options, { write: printReadable });
}

function printReadable(line: string): void {
  const { text, isTrouble } = readableLine(line);
  (isTrouble ? console.error : console.log)(text);
}

/** One line about a failure that nobody expected. Inside of a request only the first one: what follows from it is told at the level debug, with the stack. */
export function logFailure(what: string, error: unknown, fields: Record<string, string | number> = {}): void {
  const request = currentRequest();
  const level = request?.failed ? 'debug' : 'error';
  if (request) request.failed = true;
  log()[level]({ ...fields, ...errorFields(error) }, what);
  if (error instanceof Error) log().debug({ stack: error.stack }, what);
}

/** One line about trouble that passes by itself: the database is away, a mail server refuses. */
export function logTrouble(what: string, error: unknown, fields: Record<string, string | number> = {}): void {
  const request = currentRequest();
  const level = request?.failed ? 'debug' : 'warn';
  if (request) request.failed = true;
  log()[level]({ ...fields, ...errorFields(error) }, what);
}
