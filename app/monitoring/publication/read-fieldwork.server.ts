import type { Db } from '#app/db/client.server.ts';
import { toLevelMatrix, toStateMatrix, type Coding } from '../codings.ts';
import type { MeasuredUnit } from '../build-scorecards.ts';
import { groupBy } from '../group-by.ts';
import type { Methodology } from '../methodology-schema.ts';
import type { Answer, AnswerState } from '../model.ts';
import type { AnsweredUnit } from '../publish-edition.server.ts';
import { measureReliability } from '../reliability.ts';
import type { CodingNote, EditionReliability, IndicatorFieldwork } from './fieldwork.ts';

/** Stored with the result; the bootstrap of every edition starts from it. */
const BOOTSTRAP_SEED = 1;

export type Fieldwork = { reliability: EditionReliability; complete(unit: AnsweredUnit): MeasuredUnit };

type Row = { teryt: string; indicator: string; coderId: string; coderName: string; state: string; level: number | null; reason: string; updatedAt: Date; _count: { evidence: number } };

/** How the answers of an edition came about: every coding as it was made, and how far two coders of one question agree. */
export async function readFieldwork(db: Db, { id, methodology }: { id: string; methodology: Methodology }): Promise<Fieldwork> {
  const rows: Row[] = await db.coding.findMany({
    where: { editionId: id }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { teryt: true, indicator: true, coderId: true, coderName: true, state: true, level: true, reason: true, updatedAt: true, _count: { select: { evidence: true } } },
  });
  const byUnit = groupBy(rows, (row) => row.teryt);
  return {
    reliability: reliabilityOf(rows, methodology),
    complete: (unit) => {
      const own = byUnit.get(unit.municipality.teryt) ?? [];
      return {
        ...unit,
        fieldwork: new Map([...groupBy(own, (row) => row.indicator)].map(([indicator, codings]): [string, IndicatorFieldwork] =>
          [indicator, { codings: codings.map(noteOf), adjudication: null, reply: null }])),
        people: { coders: [...new Set(own.map((row) => row.coderName))].sort(), reviewers: [], stoodAside: null },
      };
    },
  };
}

function noteOf({ coderName, state, level, reason, updatedAt, _count }: Row): CodingNote {
  return { coder: coderName, state: state as AnswerState, level, reason, evidence: _count.evidence, codedAt: updatedAt.toISOString() };
}

function reliabilityOf(rows: readonly Row[], { areas, indicators }: Methodology): EditionReliability {
  const cells = groupBy(rows, (row) => `${row.teryt} ${row.indicator}`);
  const doubled = [...cells.values()].filter((codings) => codings.length > 1).flat();
  const areaOf = new Map(indicators.map((indicator) => [indicator.id, indicator.area]));
  const codings = doubled.map((row): Coding => ({ unitId: row.teryt, itemId: row.indicator, coderId: row.coderId, answer: answerOf(row) }));
  return {
    doubleCoded: cells.size === 0 ? 0 : [...cells.values()].filter((own) => own.length > 1).length / cells.size,
    areas: areas.map(({ id }) => ({
      id, ...measureReliability(toLevelMatrix(codings.filter((coding) => areaOf.get(coding.itemId) === id)), { level: 'ordinal', seed: BOOTSTRAP_SEED }),
    })),
    states: measureReliability(toStateMatrix(codings), { level: 'nominal', seed: BOOTSTRAP_SEED }),
    seed: BOOTSTRAP_SEED,
  };
}

function answerOf({ state, level }: Row): Answer {
  return state === 'scored' ? { state, level: level ?? 0 } : { state: state as Exclude<AnswerState, 'scored'> };
}
