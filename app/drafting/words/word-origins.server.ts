import type { Db } from '#app/db/client.server.ts';
import type { Origin, SourcedVersion } from '#app/text/diff/provenance.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { clausesMergedInto } from '../talk/clause-lines.server.ts';
import { traceWords } from './tasks.server.ts';

type Row = {
  id: string;
  splitFromId: string | null;
  mergedVersion: number | null;
  revisions: { version: number; text: string }[];
};

/**
 * Which version brought each word of a clause up to version `upTo`, over its own wordings and those of the clauses it was
 * split from or took in. The stretches are in order and cover all its words; a clause without words has none.
 */
export async function wordOrigins(db: Db, clauseId: string, upTo: number): Promise<Origin<number>[]> {
  const clauses = await family(db, clauseId);
  const versions = [
    ...new Set(
      clauses.flatMap(({ revisions, mergedVersion }) => [
        ...revisions.map(({ version }) => version),
        ...(mergedVersion ? [mergedVersion] : []),
      ]),
    ),
  ]
    .filter((version) => version <= upTo)
    .sort((a, b) => a - b);
  const history = versions.map((version): SourcedVersion<number> => ({
    version: String(version),
    source: version,
    clauses: clauses.flatMap(({ id, mergedVersion, revisions }) => {
      const text =
        mergedVersion !== null && mergedVersion <= version
          ? undefined
          : revisions.findLast((revision) => revision.version <= version)?.text;
      return text === undefined ? [] : [{ id, text }];
    }),
  }));
  return runTask(traceWords, { history, clauseId });
}

/** The clause, those it came from by splits, and those joined with it. */
async function family(db: Db, clauseId: string): Promise<Row[]> {
  const select = {
    id: true,
    splitFromId: true,
    mergedVersion: true,
    revisions: { orderBy: { version: 'asc' }, select: { version: true, text: true } },
  } as const;
  const ids = [clauseId, ...(await clausesMergedInto(db, clauseId)).map(({ id }) => id)];
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (let wanted = ids; wanted.length > 0;) {
    wanted.forEach((id) => seen.add(id));
    const found: Row[] = await db.clause.findMany({ where: { id: { in: wanted } }, orderBy: { code: 'asc' }, select });
    rows.push(...found);
    wanted = found.flatMap(({ splitFromId }) => (splitFromId && !seen.has(splitFromId) ? [splitFromId] : []));
  }
  return rows;
}
