import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import type { UnitType } from '#app/text/tree/types.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { z } from 'zod';
import { textsOf } from '../acts/words-of-revisions.server.ts';
import { lastProposal } from '../carry/carry-plan.ts';
import type { WordingKind } from '../state/remark.ts';
import { changesText, type Decision } from '../state/remark-state.ts';
import type { CorrectedOperation, CorrectionInput, CorrectionPlan } from './correction-plan.ts';
import { plannedOperations } from './plan-operations.ts';
import { changesOfRuling, type RecordedRuling, type Step } from './recorded-ruling.ts';
import type { FinalText } from './ruling-plan.ts';
import { effectBeside, planCorrections } from './ruling-tasks.server.ts';
import type { Effect } from './take-back.ts';

const chainSelect = {
  id: true,
  remarkId: true,
  decision: true,
  decisionWords: true,
  reason: true,
  finalText: true,
  groupId: true,
  againstVersion: true,
  resultVersion: true,
  place: true,
  clauseIds: true,
  madeById: true,
  madeByName: true,
  madeAt: true,
  correctsId: true,
  correctionReason: true,
  replacedAt: true,
} as const satisfies Prisma.RulingSelect;

export type ChainedRuling = Prisma.RulingGetPayload<{ select: typeof chainSelect }>;

/** The rulings of a remark, from the first to the one that holds. Empty while there is none. */
export async function loadChain(db: Db, remarkId: string): Promise<ChainedRuling[]> {
  const rows = await db.ruling.findMany({ where: { remarkId }, select: chainSelect });
  const chain = rows.filter(({ correctsId }) => correctsId === null);
  for (let next: ChainedRuling | undefined; (next = rows.find(({ correctsId }) => correctsId === chain.at(-1)?.id));)
    chain.push(next);
  return chain;
}

/** Units of a version of the text. */
type TextAt = (version: number) => Promise<readonly DraftUnit[]> | readonly DraftUnit[];

/** Whether a corrected ruling left decision and text as they were. */
function isRewordedOnly(row: ChainedRuling, before: ChainedRuling | undefined): boolean {
  return (
    before !== undefined &&
    row.decision === before.decision &&
    row.resultVersion === before.resultVersion &&
    row.againstVersion === before.againstVersion
  );
}

type Matter = { consultationId: string; numbering: 'draft' | 'adopted'; chain: readonly ChainedRuling[]; at: TextAt };

/** What the last ruling of the chain did to the text; null where it left it alone or its words are not in it any more. */
async function effectOf(db: Db, matter: Matter): Promise<Effect | null> {
  const { chain, at } = matter;
  let last = chain.length - 1;
  while (last > 0 && isRewordedOnly(chain[last]!, chain[last - 1])) last -= 1;
  const row = chain[last];
  if (!row || row.resultVersion === null || !changesText(row.decision)) return null;
  const after = await at(row.resultVersion);
  if (last === 0) {
    const base = await at(row.resultVersion - 1);
    if (row.place !== null)
      return besideOthers(db, matter, { row, version: row.resultVersion, step: { before: base, after } });
    const { operations } = await operationsAsOf(db, { ...matter, version: row.againstVersion });
    const made = changesOfRuling(
      {
        decision: row.decision,
        finalText: finalsShape.parse(row.finalText ?? {}),
        operations: plain(operations, base),
      },
      { before: base, after },
    );
    return made && { base, changes: made.changes, after };
  }
  const plan = await retrace(db, { ...matter, chain: chain.slice(0, last), row });
  return plan.ok ? { base: plan.base, changes: plan.own, after } : null;
}

/** What one of several rulings did that were released together. */
async function besideOthers(
  db: Db,
  matter: Matter,
  { row, version, step }: { row: ChainedRuling; version: number; step: Step },
): Promise<Effect | null> {
  const rows = await db.ruling.findMany({
    where: { consultationId: matter.consultationId, resultVersion: version, place: { not: null }, correctsId: null },
    orderBy: { place: 'asc' },
    select: { ...chainSelect, remark: { select: { number: true } } },
  });
  const rulings: (RecordedRuling & { number: number; id: string })[] = [];
  for (const { remark, ...each } of rows) {
    const { operations, lastTypes } = await operationsAsOf(db, {
      ...matter,
      chain: [each],
      version: each.againstVersion,
    });
    rulings.push({
      id: each.id,
      number: remark.number,
      decision: each.decision,
      finalText: finalsShape.parse(each.finalText ?? {}),
      operations: plannedOperations(operations, step.before, (clauseId) => lastTypes.get(clauseId) ?? 'text'),
    });
  }
  const own = rulings.find(({ id }) => id === row.id);
  if (!own) return null;
  const replaced = await replacedSince(db, rows, matter.chain.at(-1)!.replacedAt);
  return runTask(effectBeside, { rulings, number: own.number, replaced, step, numbering: matter.numbering });
}

/** Remarks on which something else was decided by the moment of a correction (null: now) than by the first ruling. */
async function replacedSince(
  db: Db,
  first: readonly (ChainedRuling & { remark: { number: number } })[],
  until: Date | null,
): Promise<number[]> {
  const held = await db.ruling.findMany({
    where: {
      remarkId: { in: first.map(({ remarkId }) => remarkId) },
      ...(until === null
        ? { replacedAt: null }
        : { madeAt: { lt: until }, OR: [{ replacedAt: null }, { replacedAt: { gte: until } }] }),
    },
    select: { remarkId: true, decision: true, finalText: true },
  });
  const saysOf = (row: Pick<ChainedRuling, 'decision' | 'finalText'>) => JSON.stringify([row.decision, row.finalText]);
  const now = new Map(held.map((row) => [row.remarkId, saysOf(row)]));
  return first.flatMap((row) => (now.get(row.remarkId) === saysOf(row) ? [] : [row.remark.number]));
}

/** What a recorded correction did, planned again from what it was made on. */
export async function retrace(db: Db, input: Matter & { row: ChainedRuling }): Promise<CorrectionPlan> {
  const { row } = input;
  return planOn(db, {
    ...input,
    version: row.againstVersion,
    decision: row.decision as Decision,
    finals: finalsOf(finalsShape.parse(row.finalText ?? {})),
  });
}

/** What a decision instead of the last one of the chain would do to a version of the text. */
export async function planOn(
  db: Db,
  input: Matter & { version: number; decision: Decision; finals: ReadonlyMap<number, FinalText> },
): Promise<CorrectionPlan> {
  const { consultationId, chain, at, version } = input;
  const evaluated = chain.findLast(
    (row, place) => place === 0 || (changesText(row.decision) && !changesText(chain[place - 1]!.decision)),
  )!;
  const { operations, lastTypes } = await operationsAsOf(db, { ...input, version: evaluated.againstVersion });
  const merged = await db.clause.findMany({
    where: { consultationId, mergedVersion: { gt: evaluated.againstVersion, lte: version } },
    select: { id: true },
  });
  const asked: CorrectionInput = {
    decision: input.decision,
    finals: input.finals,
    effect: await effectOf(db, input),
    now: await at(version),
    numbering: input.numbering,
    operations,
    evaluatedOn: await at(evaluated.againstVersion),
    merged: new Set(merged.map(({ id }) => id)),
    lastTypes,
  };
  return runTask(planCorrections, asked);
}

const finalsShape = z.record(z.string(), z.string());

/** Words of the record as a form gives them. */
function finalsOf(stored: Readonly<Record<string, string>>): Map<number, FinalText> {
  return new Map(
    Object.entries(stored).flatMap(([name, text]): [number, FinalText][] => {
      if (!/^\d+$/.test(name)) return [];
      const rest = stored[`${name}.rest`];
      return [
        [Number(name), { text, anchorId: stored[`${name}.anchor`] ?? null, ...(rest === undefined ? {} : { rest }) }],
      ];
    }),
  );
}

/** The changes of the remark as they stood on a version of the text, from the record of wordings. */
async function operationsAsOf(
  db: Db,
  { consultationId, chain, version }: Pick<Matter, 'consultationId' | 'chain'> & { version: number },
): Promise<{ operations: CorrectedOperation[]; lastTypes: Map<string, UnitType> }> {
  const rows = await db.remarkOperation.findMany({
    where: { remarkId: chain[0]!.remarkId },
    orderBy: { seq: 'asc' },
    select: {
      id: true,
      seq: true,
      op: true,
      clauseId: true,
      insertType: true,
      targetClauseId: true,
      wordings: { where: { version: { lte: version } }, orderBy: { id: 'asc' } },
    },
  });
  const texts = await textsOf(
    db,
    rows.flatMap(({ wordings }) => wordings.map(({ revisionId }) => revisionId)),
  );
  const placements = await db.clausePlacement.findMany({
    where: { consultationId, clauseId: { in: rows.map(({ clauseId }) => clauseId) }, fromVersion: { lte: version } },
    orderBy: { fromVersion: 'asc' },
    select: { clauseId: true, type: true },
  });
  return {
    operations: rows.map(({ wordings, ...row }) => {
      const last = wordings.at(-1);
      const kind = (last?.kind ?? 'filed') as WordingKind;
      const fit = kind === 'filed' || kind === 'confirmed' || kind === 'rewritten' ? 'unchanged' : kind;
      const spoken = lastProposal({
        wordings: wordings.map(({ kind: step, revisionId, after, rest }) => ({
          kind: step as WordingKind,
          base: revisionId === null ? null : (texts.get(revisionId) ?? null),
          after,
          rest,
        })),
      });
      return {
        ...row,
        fit,
        carriedAfter: last?.after ?? null,
        carriedRest: last?.rest ?? null,
        proposal: { kind: 'filed', ...spoken },
      };
    }),
    lastTypes: new Map(placements.map(({ clauseId, type }) => [clauseId, type as UnitType])),
  };
}

const plain = (operations: readonly CorrectedOperation[], units: readonly DraftUnit[]) =>
  plannedOperations(operations, units, () => 'text');
