import { isDatabaseAway } from '#app/errors/database-away.ts';
import { isNoRoom } from '#app/errors/known-refusal.ts';
import { errorFields } from './error-line.ts';
import { log, logTrouble } from './log.server.ts';

/** Tells of trouble that comes back at every try once, when it begins, and once when it is over. */
export function outageOf(name: string): { failed(error: unknown): void; works(): void } {
  let told: string | null = null;
  return {
    failed: (error) => {
      const kind = kindOf(error);
      if (kind !== told) logTrouble(name, error);
      told = kind;
    },
    works: () => {
      if (told !== null) log().info(`${name}: works again`);
      told = null;
    },
  };
}

/** The same trouble is told in changing words: how many megabytes are free, which connection was lost. */
function kindOf(error: unknown): string {
  if (isNoRoom(error)) return 'no room';
  return isDatabaseAway(error) ? 'database away' : errorFields(error).message;
}
