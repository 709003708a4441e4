import type { Band } from '../scoring/bands.ts';
import type { Indicator, Methodology } from './methodology-schema.ts';
import type { Answer, AnswerState, ScoredUnit, ScoringModel, ScoringOptions } from '../scoring/model.ts';

/** The weights and scales of a methodology, areas and indicators in the order of the file. */
export function toScoringModel(methodology: Methodology): ScoringModel {
  return {
    areas: methodology.areas.map((area) => ({
      id: area.id,
      weight: area.weight,
      items: indicatorsOf(methodology, area.id).map(({ id, weight, scale }) => ({
        id,
        weight,
        min: scale.min,
        max: scale.max,
        levels: scale.levels.map((level) => level.value),
      })),
    })),
  };
}

export function toScoringOptions({ scoring }: Methodology): ScoringOptions {
  return {
    decimals: scoring.rounding.display,
    minCoverageArea: scoring.minCoverageArea,
    minCoverageTotal: scoring.minCoverageOverall,
  };
}

export function toBands({ scoring }: Methodology): Band[] {
  return scoring.bands.map(({ id, min }) => ({ id, min }));
}

/** The indicators of an area in the order of the file; none for an unknown area. */
export function indicatorsOf(methodology: Methodology, areaId: string): Indicator[] {
  return methodology.indicators.filter((indicator) => indicator.area === areaId);
}

/** What a coder filed for one indicator. */
export interface FiledAnswer {
  state: AnswerState;
  /** The chosen level; null unless the state is `scored`. */
  level: number | null;
  /** Reason, for `withheld` with the request that was refused or not answered. */
  reason: string;
  /** Date of the request (ISO), needed for `withheld`. */
  requestedOn: string | null;
  evidenceItems: number;
}

export type AnswerGap =
  | 'level-missing'
  | 'level-unknown'
  | 'evidence-missing'
  | 'reason-missing'
  | 'request-date-missing';

/**
 * What is still missing before the answer may enter a score (monitoring method 2.2):
 * `scored` needs a level of the scale and the indicator's number of evidence items,
 * `withheld` a reason and the date of the request, `not_applicable` a reason and evidence
 * of the absent event, `not_assessed` a reason. Empty when nothing is missing.
 */
export function answerGaps(filed: FiledAnswer, indicator: Indicator): AnswerGap[] {
  const gaps: AnswerGap[] = [];
  if (filed.state === 'scored') {
    if (filed.level === null) gaps.push('level-missing');
    else if (!indicator.scale.levels.some((level) => level.value === filed.level)) gaps.push('level-unknown');
    if (filed.evidenceItems < indicator.evidence.minItems) gaps.push('evidence-missing');
    return gaps;
  }
  if (filed.reason.trim() === '') gaps.push('reason-missing');
  if (filed.state === 'withheld' && filed.requestedOn === null) gaps.push('request-date-missing');
  if (filed.state === 'not_applicable' && filed.evidenceItems === 0) gaps.push('evidence-missing');
  return gaps;
}

/** The answer as it is scored: one with gaps stays out of the score and lowers the coverage. */
export function toAnswer(filed: FiledAnswer, indicator: Indicator): Answer {
  if (answerGaps(filed, indicator).length > 0) return { state: 'not_assessed' };
  if (filed.state !== 'scored') return { state: filed.state };
  return filed.level === null ? { state: 'not_assessed' } : { state: 'scored', level: filed.level };
}

/** A unit with its filed answers by indicator id; indicators without an answer are not assessed. */
export function toScoredUnit(
  id: string,
  filed: ReadonlyMap<string, FiledAnswer>,
  methodology: Methodology,
): ScoredUnit {
  const answers = methodology.indicators.flatMap((indicator): [string, Answer][] => {
    const own = filed.get(indicator.id);
    return own === undefined ? [] : [[indicator.id, toAnswer(own, indicator)]];
  });
  return { id, answers: Object.fromEntries(answers) };
}
