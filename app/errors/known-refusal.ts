import { AppError } from './app-error.ts';

/**
 * A write refused because the disk is nearly full. It goes through Prisma, which takes whatever has a `code` for an error
 * of the database, and from the start script's copy of this file to the built server's: it is known by its name alone.
 */
export class NoRoomError extends Error {
  override readonly name = 'NoRoomError';
}

/** Seconds after which it is worth sending again what met a full disk. */
const waitSeconds = 120;

/** The expected failure behind an error, as a person is told of it; null for a fault. */
export function knownRefusal(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  return isNoRoom(error)
    ? new AppError('no-room', (error as Error).message, { cause: error, seconds: waitSeconds })
    : null;
}

/** True also for a database server whose disk is full (53100), however deep in the error that is told. */
export function isNoRoom(error: unknown): boolean {
  for (
    let at = error, depth = 0;
    at instanceof Object && depth < 5;
    at = (at as { cause?: unknown }).cause, depth += 1
  ) {
    if (at instanceof Error && at.name === 'NoRoomError') return true;
    const { code, originalCode, meta } = at as {
      code?: unknown;
      originalCode?: unknown;
      meta?: { driverAdapterError?: unknown };
    };
    if (code === '53100' || originalCode === '53100' || isNoRoom(meta?.driverAdapterError)) return true;
  }
  return false;
}
