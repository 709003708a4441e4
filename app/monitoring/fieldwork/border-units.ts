import { judgeAnswer } from '../methodology/answer-rules.ts';
import { bandOf } from '../scoring/bands.ts';
import { filedOf } from '../cards/build-scorecards.ts';
import type { RecordedAnswer } from '../cards/recorded-answer.ts';
import { toBands, toScoringModel, toScoringOptions } from '../methodology/methodology.ts';
import type { Methodology } from '../methodology/methodology-schema.ts';
import { computeScores } from '../scoring/score.ts';
import { finalAnswers, type FieldCell } from '../cards/cells.ts';

/**
 * The municipalities whose total lies within 1.5 points of a border between bands (monitoring method 2.5): all their questions
 * are coded twice. Those without a total are not among them.
 */
function borderUnits(
  methodology: Methodology,
  answers: ReadonlyMap<string, ReadonlyMap<string, RecordedAnswer>>,
): string[] {
  const units = [...answers].map(([id, own]) => ({
    id,
    answers: Object.fromEntries(
      methodology.indicators.map((indicator) => {
        const given = own.get(indicator.id);
        return [indicator.id, judgeAnswer(indicator, given ? filedOf(given) : null).counted] as const;
      }),
    ),
  }));
  if (units.length === 0) return [];
  const bands = toBands(methodology);
  return computeScores(toScoringModel(methodology), units, toScoringOptions(methodology))
    .filter((score) => bandOf(score.total.display, bands)?.nearBorder)
    .map((score) => score.id);
}

export type BorderWork = {
  /** To be coded a second time before publication. */
  due: string[];
  /** Offices were shown the answers already, and a decision on a reply moved the total to a border: nobody codes these any more. */
  waived: string[];
};

/**
 * What the border cases of an edition ask for. A second, blind coding after the office saw the answers could change levels that it was
 * never shown, so there it is waived and said so: publication never waits for what nobody may do.
 */
export function borderWork(
  methodology: Methodology,
  cells: readonly FieldCell[],
  shown: ReadonlySet<string>,
): BorderWork {
  const single = new Set(
    cells.filter((cell) => cell.cause === null && cell.codings.length > 0).map((cell) => cell.teryt),
  );
  const units = borderUnits(methodology, finalAnswers(cells)).filter((teryt) => single.has(teryt));
  return { due: units.filter((teryt) => !shown.has(teryt)), waived: units.filter((teryt) => shown.has(teryt)) };
}
