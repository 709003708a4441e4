import type { Db } from '#app/db/client.server.ts';
import { fold } from '#app/i18n/typography.ts';
import { readMunicipalityLine, type AskedLine } from './municipality-line.ts';

export type FoundMunicipality = {
  teryt: string;
  name: string;
  kind: string;
  county: string;
  population: number | null;
};
export type UnresolvedLine = {
  line: string;
  code: 'unknown' | 'ambiguous' | 'county' | 'not-demo';
  options: FoundMunicipality[];
};

const columns = { teryt: true, name: true, kind: true, county: true, population: true, isDemo: true } as const;

/**
 * Municipalities named one per line, by TERYT code, by full name, or by county or voivodeship as a whole (see readMunicipalityLine). A name
 * that several share is given back with the choices; nothing is guessed. A demonstration team measures only invented municipalities: no
 * made-up score about a real one.
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
    const asked = readMunicipalityLine(line);
    const isArea = asked.kind === 'county' || asked.kind === 'voivodeship';
    const matches = isArea ? await inArea(db, asked) : await matchesOf(db, asked);
    if (matches === 'several') unresolved.push({ line, code: 'county', options: [] });
    else if (matches.length === 0) unresolved.push({ line, code: 'unknown', options: [] });
    else if (matches.length > 1 && !isArea) unresolved.push({ line, code: 'ambiguous', options: matches });
    else if (isDemo && matches.some((each) => !each.isDemo)) unresolved.push({ line, code: 'not-demo', options: [] });
    else for (const { teryt } of matches) teryts.add(teryt);
  }
  return { teryts: [...teryts], unresolved };
}

async function matchesOf(db: Db, asked: Extract<AskedLine, { kind: 'code' | 'name' }>) {
  if (asked.kind === 'code')
    return db.municipality.findMany({
      where: {
        OR: [{ teryt: { in: asked.codes } }, ...(asked.start ? [{ teryt: { startsWith: asked.start } }] : [])],
      },
      orderBy: { teryt: 'asc' },
      select: columns,
    });
  const name = fold(asked.name);
  if (!name) return [];
  const candidates = await db.municipality.findMany({
    where: { searchKey: { startsWith: name } },
    select: columns,
    orderBy: { teryt: 'asc' },
    take: 50,
  });
  return candidates.filter(
    (candidate) =>
      fold(candidate.name) === name && (asked.county === null || fold(candidate.county) === fold(asked.county)),
  );
}

/** All municipalities of a county or voivodeship; "several" for a county of that name in more than one voivodeship. */
async function inArea(db: Db, asked: Extract<AskedLine, { kind: 'county' | 'voivodeship' }>) {
  const all = await db.municipality.findMany({
    distinct: ['county', 'voivodeship'],
    select: { county: true, voivodeship: true },
  });
  const same = (a: string, b: string | null) => b === null || fold(a) === fold(b);
  const chosen = all.filter(
    (each) =>
      same(each.voivodeship, asked.voivodeship) && (asked.kind === 'voivodeship' || same(each.county, asked.county)),
  );
  if (asked.kind === 'county' && chosen.length > 1) return 'several';
  if (chosen.length === 0) return [];
  return db.municipality.findMany({ where: { OR: chosen }, orderBy: { teryt: 'asc' }, select: columns });
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
