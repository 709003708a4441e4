import { judgeAnswer } from '../methodology/answer-rules.ts';
import { filedOf } from '../cards/build-scorecards.ts';
import type { MeasuredUnit } from '../cards/measured-unit.ts';
import type { RecordedAnswer } from '../cards/recorded-answer.ts';
import { toScoringModel, toScoringOptions } from '../methodology/methodology.ts';
import type { Methodology } from '../methodology/methodology-schema.ts';
import { computeScores } from '../scoring/score.ts';
import type { CorrectionNote, NamedAnswer } from '../cards/correction-note.ts';

/** A correction as it is stored: the whole recorded answer, so that an issue can be computed again from it. */
export type FiledCorrection = {
  issue: number;
  teryt: string;
  indicator: string;
  /** Null where nobody had answered. */
  before: RecordedAnswer | null;
  after: RecordedAnswer;
  reason: string;
  /** ISO instant. */
  madeAt: string;
  madeBy: string;
  /** Null in corrections made before two people were needed. */
  approvedBy: string | null;
};

/** The answers after the corrections, and what the card says about each. Corrections come in the order of their issues. */
export function applyCorrections(
  methodology: Methodology,
  units: readonly MeasuredUnit[],
  corrections: readonly FiledCorrection[],
): { units: MeasuredUnit[]; notes: CorrectionNote[] } {
  const byTeryt = new Map(units.map((unit) => [unit.municipality.teryt, unit]));
  const notes = corrections.map((correction): CorrectionNote => {
    const unit = byTeryt.get(correction.teryt);
    if (!unit) throw new RangeError(`A correction of ${correction.teryt}, which was not measured`);
    const corrected: MeasuredUnit = {
      ...unit,
      answers: new Map(unit.answers).set(correction.indicator, correction.after),
    };
    byTeryt.set(correction.teryt, corrected);
    const { issue, teryt, indicator, reason, madeAt, madeBy, approvedBy } = correction;
    return {
      issue,
      teryt,
      name: unit.municipality.name,
      indicator,
      reason,
      madeAt,
      madeBy,
      ...(approvedBy ? { approvedBy } : {}),
      before: countedAnswer(methodology, indicator, unit),
      after: countedAnswer(methodology, indicator, corrected),
      total: { before: totalOf(methodology, unit), after: totalOf(methodology, corrected) },
    };
  });
  return { units: units.map((unit) => byTeryt.get(unit.municipality.teryt) ?? unit), notes };
}

/** What entered the score, which an answer without enough evidence did not. */
function countedAnswer(methodology: Methodology, id: string, { answers }: MeasuredUnit): NamedAnswer {
  const indicator = methodology.indicators.find((candidate) => candidate.id === id);
  if (!indicator) throw new RangeError(`A correction of ${id}, which the methodology does not ask`);
  const answer = answers.get(id);
  const { counted } = judgeAnswer(indicator, answer ? filedOf(answer) : null);
  return { state: counted.state, level: counted.state === 'scored' ? counted.level : null };
}

function totalOf(methodology: Methodology, { municipality, answers }: MeasuredUnit): string | null {
  const counted = methodology.indicators.map((indicator) => {
    const answer = answers.get(indicator.id);
    return [indicator.id, judgeAnswer(indicator, answer ? filedOf(answer) : null).counted] as const;
  });
  const [score] = computeScores(
    toScoringModel(methodology),
    [{ id: municipality.teryt, answers: Object.fromEntries(counted) }],
    toScoringOptions(methodology),
  );
  return score?.total.display ?? null;
}
