import type { PrismaClient } from '#app/generated/prisma/client.ts';
import { hasChanged, takeChanged } from './revision-notes.server.ts';
import { foldRaises, readCounters, readMoments, siteScope } from './revision.server.ts';

export type RevisionMap = {
  /** What a page that depends on these scopes looks like now; null when `fresh` has to be awaited first. Reads no database. */
  of(scopes: readonly string[], now?: number): string | null;
  /** Reads what has changed; returns when everything committed in this process before the call is known. */
  fresh(): Promise<void>;
  /** Another process has raised these counters. */
  changed(scopes: readonly string[]): Promise<void>;
  /** Reads everything anew: at the start, and where nobody tells what has changed. */
  reload(): Promise<void>;
  /** Adds up raises in their counters. */
  fold(): Promise<void>;
};

/** All counters and all moments in memory: public pages are answered without asking the database. */
export function revisionMap(db: PrismaClient): RevisionMap {
  let counters = new Map<string, number>();
  let moments = new Map<string, number[]>();
  let known = false;
  let reading: Promise<void> = Promise.resolve();
  const waiting = new Set<string>();
  const site = sitePassed(() => moments);

  const passed = (scope: string, now: number) =>
    scope === siteScope ? site.at(now) : lastPassed(moments.get(scope) ?? [], now);
  const read = async (all: boolean) => {
    const scopes = all ? null : [...waiting, ...takeChanged()];
    if (all) takeChanged();
    waiting.clear();
    if (scopes?.length === 0) return;
    try {
      const [newCounters, newMoments] = [await readCounters(db, scopes), await readMoments(db, scopes)];
      if (scopes === null) [counters, moments, known] = [newCounters, newMoments, true];
      else for (const scope of scopes) replace(scope, newCounters, newMoments);
      site.forget();
    } catch (error) {
      for (const scope of scopes ?? []) waiting.add(scope);
      throw error;
    }
  };
  const replace = (scope: string, newCounters: Map<string, number>, newMoments: Map<string, number[]>) => {
    counters.set(scope, newCounters.get(scope) ?? 1);
    moments.set(scope, newMoments.get(scope) ?? []);
  };
  // One reading after the other: an older answer never comes after a newer one.
  const inTurn = (all: boolean): Promise<void> => {
    const next = reading.then(() => read(all));
    reading = next.catch(() => undefined);
    return next;
  };

  return {
    of: (scopes, now = Date.now()) =>
      !known || waiting.size > 0 || hasChanged()
        ? null
        : scopes.map((scope) => `${counters.get(scope) ?? 1}.${passed(scope, now).toString(36)}`).join('-'),
    fresh: () => (known ? (waiting.size > 0 || hasChanged() ? inTurn(false) : reading) : inTurn(true)),
    changed: (scopes) => {
      for (const scope of scopes) waiting.add(scope);
      return inTurn(false);
    },
    reload: () => inTurn(true),
    fold: async () => {
      while ((await foldRaises(db)) > 0);
    },
  };
}

function lastPassed(moments: readonly number[], now: number): number {
  return moments.reduce((last, at) => (at <= now && at > last ? at : last), 0);
}

/** The site changes with every moment; which was the last is looked up again only when the next has come. */
function sitePassed(moments: () => Map<string, number[]>) {
  let last = 0;
  let next = -1;
  return {
    forget: () => void (next = -1),
    at(now: number): number {
      if (next >= 0 && now < next && now >= last) return last;
      const all = [...moments().values()].flat();
      last = lastPassed(all, now);
      next = all.reduce((first, at) => (at > now && at < first ? at : first), Number.MAX_SAFE_INTEGER);
      return last;
    },
  };
}
