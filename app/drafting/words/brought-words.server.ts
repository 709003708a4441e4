import { inForce } from '../state/remark-state.ts';
import { loadDraft, loadUnits } from '#app/drafting/acts/load-draft.server.ts';
import { listVersions } from '#app/drafting/acts/version-list.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { wordOrigins } from './word-origins.server.ts';
import { followWords } from './tasks.server.ts';

/** Words that a ruling brought into one clause, against the newest text. */
export type BroughtWords = {
  code: number;
  citation: string;
  /** The clause now, its words in pieces; empty when it is gone. `isBrought`: from this very ruling and still there. */
  pieces: { from: number; words: string; isBrought: boolean }[];
  /** Words brought then and gone now, with the version that took them out and the remark behind that one. */
  lost: { words: string; version: number; remark: number | null }[];
};

/** What a remark brought into the text, clause by clause; empty while it changed nothing. */
export async function broughtWords(db: Db, where: { slug: string; number: number }): Promise<BroughtWords[]> {
  const ruling = await db.ruling.findFirst({
    where: {
      resultVersion: { not: null },
      decision: { in: ['accepted', 'accepted-in-part'] },
      ...inForce,
      remark: { number: where.number, consultation: { slug: where.slug } },
    },
    select: { resultVersion: true, clauseIds: true },
  });
  const version = ruling?.resultVersion;
  if (!version) return [];
  const draft = await loadDraft(db, { slug: where.slug });
  const versions = await listVersions(db, draft.consultationId);
  const causesOf = (number: number) => versions.find((each) => each.number === number)?.causes ?? [];
  /** Of several rulings of a version the one that took the words out of this unit. */
  const remarkOf = (number: number, clauseId: string) =>
    (causesOf(number).find(({ clauseIds }) => clauseIds.includes(clauseId)) ?? causesOf(number)[0])?.remark ?? null;
  const revised = await db.clauseRevision.findMany({
    where: { consultationId: draft.consultationId, version },
    orderBy: { clause: { code: 'asc' } },
    select: { clauseId: true, clause: { select: { code: true } } },
  });
  const then = citationsByClause(await loadUnits(db, draft.consultationId, version));
  const now = citationsByClause(draft.units);
  const result: BroughtWords[] = [];
  // Of a version that brought several rulings into force, what this one changed.
  const isShared = causesOf(version).filter(({ goesAlong }) => !goesAlong).length > 1;
  for (const { clauseId, clause } of revised) {
    if (isShared && !ruling.clauseIds.includes(clauseId)) continue;
    const ranges = (await wordOrigins(db, clauseId, version)).filter(({ source }) => source === version);
    const texts = await db.clauseRevision.findMany({
      where: { clauseId, version: { gte: version } },
      orderBy: { version: 'asc' },
      select: { version: true, text: true },
    });
    const unit = draft.units.find((each) => each.clauseId === clauseId);
    const { standing, lost } = await runTask(followWords, { texts, ranges });
    if (ranges.length === 0) continue;
    const gone = unit
      ? []
      : await goneWith(db, {
          clauseId,
          words: standing.map(({ from, to }) => texts.at(-1)!.text.slice(from, to).trim()),
        });
    result.push({
      code: clause.code,
      citation: now.get(clauseId) ?? then.get(clauseId) ?? '',
      pieces: unit ? piecesOf(unit.text, standing) : [],
      lost: [...lost, ...gone].map((each) => ({ ...each, remark: remarkOf(each.version, clauseId) })),
    });
  }
  return result;
}

/** Words that left the text together with their clause. */
async function goneWith(
  db: Db,
  input: { clauseId: string; words: string[] },
): Promise<{ words: string; version: number }[]> {
  const last = await db.clausePlacement.findFirst({
    where: { clauseId: input.clauseId },
    orderBy: { fromVersion: 'desc' },
    select: { toVersion: true },
  });
  return last?.toVersion ? input.words.map((words) => ({ words, version: last.toVersion! })) : [];
}

function piecesOf(text: string, standing: readonly { from: number; to: number }[]): BroughtWords['pieces'] {
  const pieces: BroughtWords['pieces'] = [];
  let at = 0;
  const add = (to: number, isBrought: boolean): void => {
    if (to > at) pieces.push({ from: at, words: text.slice(at, to), isBrought });
    at = Math.max(at, to);
  };
  for (const { from, to } of standing) {
    add(from, false);
    add(to, true);
  }
  add(text.length, false);
  return pieces;
}
