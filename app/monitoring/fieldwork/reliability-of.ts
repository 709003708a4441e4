import { type Coding, toLevelMatrix, toStateMatrix } from './codings.ts';
import type { Methodology } from '../methodology/methodology-schema.ts';
import type { Answer } from '../scoring/model.ts';
import { measureReliability } from '../scoring/reliability.ts';
import { bothHandedIn, type CellCoding, type FieldCell, sameAnswer } from '../cards/cells.ts';
import type { EditionReliability } from '../cards/edition-reliability.ts';

/**
 * How far two coders agree, from the pairs that both handed in (monitoring method 2.5). Only drawn cells are a sample: those coded again
 * after an objection were chosen by the office, those of a border case by their total. Records of the first schema counted the latter;
 * they are measured again as they were. Coders are compared by their slot, so a pair counts alike whoever they were.
 */
export function reliabilityOf({
  methodology,
  cells,
  seed,
  withBorder = false,
}: {
  methodology: Methodology;
  cells: readonly FieldCell[];
  seed: number;
  withBorder?: boolean;
}): EditionReliability {
  const areaOf = new Map(methodology.indicators.map((indicator) => [indicator.id, indicator.area]));
  const twice = cells.filter((cell) => (cell.cause === 'drawn' || cell.cause === 'border') && bothHandedIn(cell));
  const pairs = withBorder ? twice : twice.filter((cell) => cell.cause === 'drawn');
  const equal = (some: readonly FieldCell[]) => some.filter(({ codings: [a, b] }) => a && b && sameAnswer(a, b)).length;
  const measure = (some: readonly FieldCell[], toMatrix: typeof toLevelMatrix, level: 'ordinal' | 'nominal') =>
    measureReliability(toMatrix(some.flatMap(codingsOf)), { level, seed });
  return {
    seed,
    answered: cells.filter((cell) => cell.codings.length > 0).length,
    ...(withBorder ? {} : { twice: twice.length }),
    pairs: pairs.length,
    equal: equal(pairs),
    areas: methodology.areas.map(({ id }) => {
      const own = pairs.filter((cell) => areaOf.get(cell.indicator) === id);
      return {
        area: id,
        pairs: own.length,
        equal: equal(own),
        levels: measure(own, toLevelMatrix, 'ordinal'),
        states: measure(own, toStateMatrix, 'nominal'),
      };
    }),
    indicators: methodology.indicators.flatMap(({ id, area }) => {
      const own = pairs.filter((cell) => cell.indicator === id);
      return own.length === 0
        ? []
        : [
            {
              indicator: id,
              area,
              pairs: own.length,
              equal: equal(own),
              levels: measure(own, toLevelMatrix, 'ordinal'),
            },
          ];
    }),
  };
}

function codingsOf({ teryt, indicator, codings }: FieldCell): Coding[] {
  return codings.map((coding) => ({
    unitId: teryt,
    itemId: indicator,
    coderId: String(coding.slot),
    answer: answerOf(coding),
  }));
}

function answerOf({ state, level }: CellCoding): Answer {
  if (state !== 'scored') return { state };
  return level === null ? { state: 'not_assessed' } : { state, level };
}
