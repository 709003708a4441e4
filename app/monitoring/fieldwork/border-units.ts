import { judgeAnswer } from '../methodology/answer-rules.ts';
import { bandOf } from '../scoring/bands.ts';
import { filedOf } from '../cards/build-scorecards.ts';
import type { RecordedAnswer } from '../cards/recorded-answer.ts';
import { toBands, toScoringModel, toScoringOptions } from '../methodology/methodology.ts';
import type { Methodology } from '../methodology/methodology-schema.ts';
import { computeScores } from '../scoring/score.ts';

/**
 * The municipalities whose total lies within 1.5 points of a border between bands (monitoring method 2.5): all their questions
 * are coded twice. Those without a total are not among them.
 */
export function borderUnits(
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
