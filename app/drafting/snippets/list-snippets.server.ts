import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isOfficialOf, officialTeryts, type Viewer } from '#app/people/viewer.ts';
import type { Snippet } from './snippet.ts';

/** Texts of a municipality by name. Ask for its officials alone. */
export async function listSnippets(db: Db, teryt: string): Promise<Snippet[]> {
  const rows = await db.snippet.findMany({
    where: { teryt },
    select: { id: true, name: true, text: true, revision: true },
  });
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'pl'));
}

export type SnippetsPage = {
  place: { teryt: string; name: string };
  /** Municipalities of the official, where there are several. */
  others: { teryt: string; name: string }[];
  snippets: Snippet[];
};

/** The page on which an office keeps its texts: of the municipality asked for, else the first. Not there for anybody else. */
export async function loadSnippets(
  db: Db,
  { viewer, teryt }: { viewer: Viewer; teryt: string | null },
): Promise<SnippetsPage> {
  const places = await db.municipality.findMany({
    where: { teryt: { in: officialTeryts(viewer) } },
    orderBy: { name: 'asc' },
    select: { teryt: true, name: true },
  });
  const place = teryt === null ? places[0] : places.find((each) => each.teryt === teryt);
  if (!place || !isOfficialOf(viewer, place.teryt)) throw notFound('not an official here');
  return {
    place,
    others: places.filter((each) => each.teryt !== place.teryt),
    snippets: await listSnippets(db, place.teryt),
  };
}
