import { isRankable } from './comparable.ts';
import { ANSWER_STATES, type Answer, type ScoringModel } from '../scoring/model.ts';
import { computeScores, type Score } from '../scoring/score.ts';
import { scoringModelOf, scoringOptionsOf } from './scoring-model.ts';
import type { EditionManifest, ManifestAnswer, ManifestRow } from './scorecard-document.ts';

/** Greatest weight a reader can give to an area or an indicator; 0 leaves it out. */
export const MAX_AREA_WEIGHT = 4;
export const MAX_ITEM_WEIGHT = 9;

/** Equal areas, as the sliders show the edition's own weights. */
export const NEUTRAL_AREA_WEIGHT = 2;

/** Weights a reader chose. Indicators keep the method's weight unless the reader gave another. */
export type ReaderWeights = { areas: Record<string, number>; items: Record<string, number> };

/**
 * Reads the weights of an address: `w-T=3` for an area, `w-T01=0` for an indicator. Null where they are the edition's own, also when
 * they are nonsense. Areas are compared as proportions of the method's: 2, 2, 2 is the same as 3, 3, 3.
 */
export function readerWeightsOf(params: URLSearchParams, manifest: EditionManifest): ReaderWeights | null {
  const areas = Object.fromEntries(
    manifest.areas.map(({ id }) => [id, weightOf(params.get(`w-${id}`), MAX_AREA_WEIGHT) ?? NEUTRAL_AREA_WEIGHT]),
  );
  const items = Object.fromEntries(
    manifest.indicators.flatMap(({ id, weight }) => {
      const given = weightOf(params.get(`w-${id}`), MAX_ITEM_WEIGHT);
      return given === null || given === weight ? [] : [[id, given] as const];
    }),
  );
  const values = Object.values(areas);
  const isEqual = values.every((value) => value === values[0]) && values[0] !== 0;
  return isEqual && Object.keys(items).length === 0 ? null : { areas, items };
}

function weightOf(text: string | null, max: number): number | null {
  return text !== null && /^\d{1,2}$/.test(text) && Number(text) <= max ? Number(text) : null;
}

/** The shortest address that says the same: only what differs from the edition. Empty for null. */
export function weightParams(weights: ReaderWeights | null): Record<string, string> {
  if (!weights) return {};
  const areas = Object.entries(weights.areas).filter(([, weight]) => weight !== NEUTRAL_AREA_WEIGHT);
  return Object.fromEntries(
    [...areas, ...Object.entries(weights.items)].map(([id, weight]) => [`w-${id}`, String(weight)]),
  );
}

/** Whether a reader left anything to compute a total from: an area with a weight, and in it an indicator with one. */
export function hasWeightLeft(manifest: EditionManifest, weights: ReaderWeights): boolean {
  return modelWith(manifest, weights).areas.some(({ weight }) => weight !== 0);
}

export type ReaderScore = {
  total: Score;
  areas: Record<string, Score>;
  /** Shared by equal displayed totals; null without one. */ rank: number | null;
};

/**
 * Scores of all municipalities with the reader's weights, by code: the edition's answers and rules of coverage, exact and rounded
 * once. No rank intervals: these weights are one choice, not a draw. No ranks where nothing is ranked. Without any weight left there are no totals.
 */
export function scoreWithWeights(manifest: EditionManifest, weights: ReaderWeights): Map<string, ReaderScore> {
  const model = modelWith(manifest, weights);
  const isRanked = isRankable(manifest.reliability);
  const units = manifest.municipalities.map((row) => ({ id: row.teryt, answers: answersOf(row) }));
  return new Map(
    computeScores(model, units, scoringOptionsOf(manifest)).map(({ id, total, areas, rank }) => [
      id,
      { total, areas, rank: isRanked ? rank : null },
    ]),
  );
}

/** The method with the reader's weights. An area none of whose indicators has a weight is left out, as one with weight 0. */
function modelWith(manifest: EditionManifest, weights: ReaderWeights): ScoringModel {
  return {
    areas: scoringModelOf(manifest).areas.map((area) => {
      const items = area.items.map((item) => ({ ...item, weight: weights.items[item.id] ?? item.weight }));
      const isEmpty = items.every(({ weight }) => weight === 0);
      return {
        id: area.id,
        weight: isEmpty ? 0 : area.weight * (weights.areas[area.id] ?? NEUTRAL_AREA_WEIGHT),
        items,
      };
    }),
  };
}

/** The row's answers as the scoring takes them. */
export function answersOf({ answers }: Pick<ManifestRow, 'answers'>): Record<string, Answer> {
  return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, answerOf(answer)]));
}

function answerOf(answer: ManifestAnswer): Answer {
  if (typeof answer === 'number') return { state: 'scored', level: answer };
  const state = ANSWER_STATES.find((known) => known === answer);
  return { state: state && state !== 'scored' ? state : 'not_assessed' };
}
