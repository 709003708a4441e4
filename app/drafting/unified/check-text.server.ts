import { liveDraftStates } from '../state/draft-state.ts';
import { inForce } from '../state/remark-state.ts';
import type { Db } from '#app/db/client.server.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { isTextError, type BroughtProblem } from '../acts/brought-problems.ts';
import { loadDraft, loadUnits, type Draft } from '../acts/load-draft.server.ts';
import { findBrought } from '../acts/brought.server.ts';
import { citedAct } from '../acts/unit-tree.ts';
import { findingsOf, type Facts, type Finding, type RulingFact } from './findings.ts';
import { findProblems } from './tasks.server.ts';

/**
 * Runs every check on the newest text and the register behind it. `errors`: numbers and references that changes since the first
 * version made wrong.
 */
export async function checkText(
  db: Db,
  consultationId: string,
): Promise<{ draft: Draft; findings: Finding[]; errors: BroughtProblem[] }> {
  const draft = await loadDraft(db, { id: consultationId });
  const numbersOf = async (where: object) =>
    (
      await db.remark.findMany({
        where: { consultationId, ...where },
        orderBy: { number: 'asc' },
        select: { number: true },
      })
    ).map(({ number }) => number);
  const facts: Facts = {
    problems: await runTask(findProblems, citedAct(draft)),
    rulings: await rulingFacts(db, draft),
    versions: await versionFacts(db, consultationId),
    open: await numbersOf({ state: 'open' }),
    drafts: await numbersOf({ drafts: { some: { state: { in: [...liveDraftStates] } } } }),
  };
  const first = draft.version > 1 ? await loadUnits(db, consultationId, 1) : draft.units;
  const brought = draft.version > 1 ? await findBrought(first, draft.units) : [];
  return { draft, findings: findingsOf(facts), errors: brought.filter(isTextError) };
}

async function versionFacts(db: Db, consultationId: string): Promise<Facts['versions']> {
  const versions = await db.version.findMany({
    where: { consultationId },
    orderBy: { number: 'asc' },
    select: { number: true, kind: true, note: true, rulingId: true },
  });
  const ids = versions.flatMap(({ rulingId }) => rulingId ?? []);
  const known = new Set(
    (await db.ruling.findMany({ where: { consultationId, id: { in: ids } }, select: { id: true } })).map(
      ({ id }) => id,
    ),
  );
  return versions.map(({ number, kind, note, rulingId }) => ({
    number,
    kind,
    note,
    hasRuling: rulingId !== null && known.has(rulingId),
  }));
}

/** Rulings that accept, with the version that took their words out of the text again where one did. */
async function rulingFacts(db: Db, draft: Draft): Promise<RulingFact[]> {
  const { consultationId } = draft;
  const rulings = await db.ruling.findMany({
    where: { consultationId, decision: { in: ['accepted', 'accepted-in-part'] }, ...inForce },
    orderBy: { remark: { number: 'asc' } },
    select: { decision: true, resultVersion: true, clauseIds: true, remark: { select: { number: true, kind: true } } },
  });
  const revisions = await db.clauseRevision.findMany({
    where: { consultationId, version: { gt: 1 } },
    select: { id: true, clauseId: true, version: true },
  });
  const current = new Set(draft.units.map(({ revisionId }) => revisionId));
  const gone = await db.clausePlacement.findMany({
    where: { consultationId, toVersion: { not: null } },
    select: { revisionId: true, toVersion: true },
  });
  const endOf = new Map<string, number>();
  for (const { revisionId, toVersion } of gone)
    endOf.set(revisionId, Math.max(endOf.get(revisionId) ?? 0, toVersion ?? 0));
  return rulings.map(({ decision, resultVersion, clauseIds, remark }) => {
    const lost = revisions
      // Of a version that several rulings made, each has its own units.
      .filter(({ clauseId }) => clauseIds.length === 0 || clauseIds.includes(clauseId))
      .filter(({ version, id }) => version === resultVersion && !current.has(id))
      .map(({ id }) => endOf.get(id) ?? 0);
    return {
      remark: remark.number,
      isAmendment: remark.kind === 'amendment',
      decision,
      version: resultVersion,
      changedAgain: lost.length > 0 ? Math.max(...lost) : null,
    };
  });
}
