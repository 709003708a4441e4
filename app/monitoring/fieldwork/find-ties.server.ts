import type { Db } from '#app/db/client.server.ts';
import { AppError } from '#app/errors/app-error.ts';
import { bars, type Tie, type TieKind } from './ties.ts';

export type DeclaredTie = Tie & { teryt: string };

/** The declarations in force of one person, about one municipality or all. */
export async function listTies(db: Db, { userId, teryt }: { userId: string; teryt?: string }): Promise<DeclaredTie[]> {
  const rows = await db.tieDeclaration.findMany({
    where: { userId, replacedAt: null, ...(teryt ? { teryt } : {}) },
    orderBy: { declaredAt: 'asc' },
  });
  return rows.map((row) => ({
    teryt: row.teryt,
    kind: row.kind as TieKind | 'none',
    words: row.words,
    since: row.since,
    until: row.until,
    declaredAt: row.declaredAt.toISOString(),
  }));
}

type Question = { userId: string; teryt: string; measuredFrom: string };

/** The person's tie that closes this municipality in an edition that measures from the given day; null when none does. */
export async function findBarringTie(db: Db, { userId, teryt, measuredFrom }: Question): Promise<DeclaredTie | null> {
  return (await listTies(db, { userId, teryt })).find((tie) => bars(tie, measuredFrom)) ?? null;
}

/** Codes of all municipalities that are closed to the person in such an edition. */
export async function barredTeryts(db: Db, { userId, measuredFrom }: Omit<Question, 'teryt'>): Promise<Set<string>> {
  return new Set((await listTies(db, { userId })).filter((tie) => bars(tie, measuredFrom)).map((tie) => tie.teryt));
}

/** The gate of every page and use case about one municipality: throws `forbidden` for somebody with a tie; gives back what they declared. */
export async function requireNoTie(db: Db, { userId, teryt, measuredFrom }: Question): Promise<DeclaredTie[]> {
  const said = await listTies(db, { userId, teryt });
  if (said.some((tie) => bars(tie, measuredFrom))) throw new AppError('forbidden', `tie with ${teryt}`);
  return said;
}
