import type { Db } from '#app/db/client.server.ts';
import { fold } from '#app/i18n/typography.ts';

export type FoundMunicipality = {
  teryt: string;
  name: string;
  kind: string;
  county: string;
  population: number | null;
};
export type UnresolvedLine = { line: string; code: 'unknown' | 'ambiguous' | 'not-demo'; options: FoundMunicipality[] };

const columns = { teryt: true, name: true, kind: true, county: true, population: true, isDemo: true } as const;

/**
 * Municipalities named one per line, by TERYT code or full name. A name that several share is given back with the choices; nothing is
 * guessed. A demonstration team measures only invented municipalities: no made-up score about a real one.
 */
export async function resolveMunicipalities(
  db: Db,
  { text, isDemo }: { text: string; isDemo: boolean },
): Promise<{ teryts: string[]; unresolved: UnresolvedLine[] }> {
  const lines = [
    ...new Set(
      text
        .split(/[\n;]/)
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
  const teryts = new Set<string>();
  const unresolved: UnresolvedLine[] = [];
  for (const line of lines) {
    const matches = await matchesOf(db, line);
    const [only] = matches;
    if (!only) unresolved.push({ line, code: 'unknown', options: [] });
    else if (matches.length > 1) unresolved.push({ line, code: 'ambiguous', options: matches });
    else if (isDemo && !only.isDemo) unresolved.push({ line, code: 'not-demo', options: [] });
    else teryts.add(only.teryt);
  }
  return { teryts: [...teryts], unresolved };
}

async function matchesOf(db: Db, line: string) {
  const code = /^\d{7}(?!\d)/.exec(line)?.[0];
  if (code) return db.municipality.findMany({ where: { teryt: code }, select: columns });
  const name = fold(line);
  if (!name) return [];
  const candidates = await db.municipality.findMany({
    where: { searchKey: { startsWith: name } },
    select: columns,
    orderBy: { teryt: 'asc' },
    take: 50,
  });
  return candidates.filter((candidate) => fold(candidate.name) === name);
}

/** Municipalities whose name or county holds the words, for the search-and-add form; at most twenty. Empty words find nothing. */
export async function searchMunicipalities(
  db: Db,
  { words, isDemo }: { words: string; isDemo: boolean },
): Promise<FoundMunicipality[]> {
  const parts = fold(words).split(' ').filter(Boolean);
  if (parts.length === 0) return [];
  const found = await db.municipality.findMany({
    where: { AND: parts.map((part) => ({ searchKey: { contains: part } })), ...(isDemo ? { isDemo: true } : {}) },
    select: columns,
    orderBy: [{ searchKey: 'asc' }, { teryt: 'asc' }],
    take: 20,
  });
  return found.map(({ isDemo: _, ...rest }) => rest);
}
