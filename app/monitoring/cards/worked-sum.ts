import { add, formatFraction, fraction, fractionOf, multiply, parseFraction, ZERO } from '../scoring/fraction.ts';
import { indicatorsOf, toScoringModel, toScoringOptions } from '../methodology/methodology.ts';
import type { Methodology } from '../methodology/methodology-schema.ts';
import type { Answer } from '../scoring/model.ts';
import { computeScores } from '../scoring/score.ts';

type WorkedRow = { id: string; weight: number; level: number; max: number; earned: string };
export type WorkedSum = {
  area: { pl: string; en: string };
  rows: WorkedRow[];
  weights: string;
  earned: string;
  score: string;
  areas: string[];
  total: string;
};

/**
 * An example of the whole sum for the page of a methodology: every indicator gets a level in turn (lowest, next…, highest, lowest…), the
 * shortest area is shown row by row. Computed with the rules that score real answers, so it cannot contradict them.
 */
export function workedSum(methodology: Methodology): WorkedSum {
  const levels = new Map(
    methodology.areas.flatMap(({ id }) =>
      indicatorsOf(methodology, id).map((indicator, at): [string, number] => {
        const { levels: all } = indicator.scale;
        return [indicator.id, all[(at + 1) % all.length]?.value ?? indicator.scale.min];
      }),
    ),
  );
  const answers = Object.fromEntries(
    [...levels].map(([id, level]): [string, Answer] => [id, { state: 'scored', level }]),
  );
  const [score] = computeScores(
    toScoringModel(methodology),
    [{ id: 'example', answers }],
    toScoringOptions(methodology),
  );
  const area = [...methodology.areas].sort(
    (a, b) => indicatorsOf(methodology, a.id).length - indicatorsOf(methodology, b.id).length,
  )[0];
  if (!score || !area) throw new RangeError('A methodology has at least one area');
  const rows = indicatorsOf(methodology, area.id).map(({ id, weight, scale }): WorkedRow => {
    const level = levels.get(id) ?? scale.min;
    return {
      id,
      weight,
      level,
      max: scale.max,
      earned: formatFraction(
        multiply(fractionOf(weight), fraction(BigInt(level - scale.min), BigInt(scale.max - scale.min))),
      ),
    };
  });
  return {
    area: { pl: area.pl, en: area.en },
    rows,
    weights: formatFraction(rows.reduce((sum, row) => add(sum, fractionOf(row.weight)), ZERO)),
    earned: formatFraction(rows.reduce((sum, row) => add(sum, parseFraction(row.earned)), ZERO)),
    score: score.areas[area.id]?.display ?? '',
    areas: methodology.areas.map(({ id }) => score.areas[id]?.display ?? ''),
    total: score.total.display ?? '',
  };
}
