import type { Db } from '#app/db/client.server.ts';
import { fold } from '#app/i18n/typography.ts';
import type { MunicipalityKind } from './municipality.ts';

export type MunicipalityRow = {
  teryt: string;
  name: string;
  kind: MunicipalityKind;
  county: string;
  countyRights: boolean;
  voivodeship: string;
  isDemo: boolean;
  isFormer: boolean;
};
export type MunicipalityList = {
  rows: MunicipalityRow[];
  count: number;
  page: number;
  pages: number;
  voivodeships: string[];
};

const pageSize = 50;
const collator = new Intl.Collator('pl');

/**
 * Municipalities whose name or county has a word that begins with each word of `q`, or whose code begins with it; all of
 * them without words. First the exact name, then names that begin with the words, then the rest, each in Polish order.
 */
export async function searchMunicipalities(
  db: Db,
  input: { q: string; voivodeship: string; page: number },
): Promise<MunicipalityList> {
  const q = fold(input.q.slice(0, 100));
  const found = await db.municipality.findMany({
    where: {
      AND: [input.voivodeship ? { voivodeship: input.voivodeship } : {}, ...nameFilters(input.q.slice(0, 100))],
    },
    select: {
      teryt: true,
      name: true,
      kind: true,
      county: true,
      countyRights: true,
      voivodeship: true,
      isDemo: true,
      stateOn: true,
    },
  });
  const newest = await newestState(db);
  const ranked = found
    .map((row) => ({ row, rank: rankOf(fold(row.name), q) }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        collator.compare(a.row.name, b.row.name) ||
        collator.compare(a.row.county, b.row.county) ||
        a.row.teryt.localeCompare(b.row.teryt),
    );
  const pages = Math.max(1, Math.ceil(ranked.length / pageSize));
  const page = Math.min(Math.max(1, Math.trunc(input.page) || 1), pages);
  const rows = ranked.slice((page - 1) * pageSize, page * pageSize).map(({ row: { stateOn, ...row } }) => ({
    ...row,
    kind: row.kind as MunicipalityKind,
    isFormer: !row.isDemo && stateOn < newest,
  }));
  return { rows, count: ranked.length, page, pages, voivodeships: await listVoivodeships(db) };
}

/** What a municipality has to fulfil to be found by the words; by signs alone, such as "%", none is. */
export function nameFilters(words: string) {
  const folded = fold(words).split(' ').filter(Boolean);
  return folded.length === 0 && words.trim() !== '' ? [{ teryt: { in: [] } }] : folded.map(wordFilter);
}

function wordFilter(word: string) {
  if (/^\d+$/.test(word)) return { teryt: { startsWith: word } };
  return { OR: [{ searchKey: { startsWith: word } }, { searchKey: { contains: ` ${word}` } }] };
}

function rankOf(name: string, q: string): number {
  if (q === '') return 0;
  if (name === q) return 0;
  if (name.startsWith(q)) return 1;
  return ` ${name}`.includes(` ${q}`) ? 2 : 3;
}

/** Date of the newest register loaded; a real municipality of an older one is no longer in it. */
export async function newestState(db: Db): Promise<string> {
  const { _max } = await db.municipality.aggregate({ where: { isDemo: false }, _max: { stateOn: true } });
  return _max.stateOn ?? '';
}

async function listVoivodeships(db: Db): Promise<string[]> {
  const rows = await db.municipality.groupBy({ by: ['voivodeship'], where: { isDemo: false } });
  return rows.map((row) => row.voivodeship).sort(collator.compare);
}
