import { GEOMETRIC_FLOOR } from './all-sources.ts';
import { publishedUnits, settingsOf } from './draw-totals.ts';
import type { ScoreTable } from './draw-totals.ts';
import { exactScores } from './exact-score.ts';
import type { ExactUnitScore } from './exact-score.ts';
import { toNumber } from './fraction.ts';
import type { Answer, ScoredUnit, ScoringModel } from './model.ts';
import { sharedRanks } from './ranks.ts';
import { roundHalfUp, roundHalfUpNumber } from './rounding.ts';

/** Rank under another way of counting; `shift` is positive when the unit falls. Null without a total. */
export interface VariantRank {
  rank: number | null;
  shift: number | null;
}

export interface UnitVariants {
  id: string;
  /** Rank as published; the same units take part in all variants. */
  rank: number | null;
  /** Weighted geometric mean of the areas: a good area makes up for a bad one less. */
  geometricMean: VariantRank;
  /** All indicators of an area weigh the same. */
  equalWeights: VariantRank;
  /** By id of an area: the total of the other areas alone. */
  withoutArea: Record<string, VariantRank>;
  /** Of all variants without one indicator the one that shifts this unit most; the first by id among equals. */
  leaveOneOut: VariantRank & { itemId: string | null };
  /** The other coder's answer wherever the two differed; null when no second codings are given. */
  otherCoder: VariantRank | null;
}

/** By unit id and item id: the answer of the coder whose answer was not taken, where the two differed. */
export type OtherAnswers = Record<string, Record<string, Answer>>;

/**
 * Ranks of all units under the robustness variants of the monitoring method (2.4, point 5),
 * one at a time, in the order of the table.
 */
export function rankVariants(table: ScoreTable, otherAnswers?: OtherAnswers): UnitVariants[] {
  const { units, rounded } = publishedUnits(table);
  const { decimals } = settingsOf(table).options;
  const base = sharedRanks(rounded);
  const toVariant = (ranks: (number | null)[]) => ranks.map((rank, place) => shiftOf(rank, base[place] ?? null));
  const variant = (model: ScoringModel, own: readonly ScoredUnit[] = units) =>
    toVariant(rankTotals(exactScores(model, own), decimals));
  const scores = exactScores(table.model, units);
  const geometric = toVariant(sharedRanks(scores.map((unit) => geometricTotal(table.model, unit, decimals))));
  const equal = variant(mapWeights(table.model, () => 1));
  const areas = table.model.areas.map(
    ({ id }) =>
      [
        id,
        variant({ areas: table.model.areas.map((area) => (area.id === id ? { ...area, weight: 0 } : area)) }),
      ] as const,
  );
  const without = leaveOneOut(table.model, variant, units.length);
  const other =
    otherAnswers === undefined
      ? null
      : variant(
          table.model,
          units.map((unit) => replaceAnswers(unit, otherAnswers)),
        );
  const places = new Map(units.map((unit, place) => [unit.id, place]));
  return table.units.map(({ id }) => {
    const place = places.get(id) ?? -1;
    return {
      id,
      rank: base[place] ?? null,
      geometricMean: geometric[place] ?? NO_RANK,
      equalWeights: equal[place] ?? NO_RANK,
      withoutArea: Object.fromEntries(areas.map(([area, own]) => [area, own[place] ?? NO_RANK])),
      leaveOneOut: without[place] ?? { ...NO_RANK, itemId: null },
      otherCoder: other === null ? null : (other[place] ?? NO_RANK),
    };
  });
}

const NO_RANK: VariantRank = { rank: null, shift: null };

function shiftOf(rank: number | null, base: number | null): VariantRank {
  return { rank, shift: rank === null || base === null ? null : rank - base };
}

function rankTotals(scores: readonly ExactUnitScore[], decimals: number): (number | null)[] {
  return sharedRanks(scores.map(({ total }) => (total.score === null ? null : roundHalfUp(total.score, decimals))));
}

function mapWeights(model: ScoringModel, weightOf: (item: { id: string; weight: number }) => number): ScoringModel {
  return {
    areas: model.areas.map((area) => ({
      ...area,
      items: area.items.map((item) => ({ ...item, weight: weightOf(item) })),
    })),
  };
}

/** Rounded geometric mean of the area scores; the areas keep their weights. Null without an area score. */
function geometricTotal(model: ScoringModel, unit: ExactUnitScore, decimals: number): number | null {
  let logs = 0;
  let weights = 0;
  for (const { id, weight } of model.areas) {
    if (weight === 0) continue;
    const score = unit.areas.get(id)?.score ?? null;
    if (score === null) return null;
    logs += weight * Math.log(Math.max(GEOMETRIC_FLOOR, toNumber(score)));
    weights += weight;
  }
  return weights === 0 ? null : roundHalfUpNumber(Math.exp(logs / weights), decimals);
}

function leaveOneOut(
  model: ScoringModel,
  variant: (model: ScoringModel) => VariantRank[],
  size: number,
): (VariantRank & { itemId: string | null })[] {
  const worst: (VariantRank & { itemId: string | null })[] = Array.from({ length: size }, () => ({
    ...NO_RANK,
    itemId: null,
  }));
  const ids = model.areas.flatMap((area) => area.items.map((item) => item.id)).sort();
  for (const itemId of ids) {
    variant(mapWeights(model, (item) => (item.id === itemId ? 0 : item.weight))).forEach((own, place) => {
      const known = worst[place]?.shift ?? null;
      if (own.shift === null) return;
      if (known === null || Math.abs(own.shift) > Math.abs(known)) worst[place] = { ...own, itemId };
    });
  }
  return worst;
}

function replaceAnswers(unit: ScoredUnit, otherAnswers: OtherAnswers): ScoredUnit {
  const own = Object.hasOwn(otherAnswers, unit.id) ? otherAnswers[unit.id] : undefined;
  return own === undefined ? unit : { ...unit, answers: { ...unit.answers, ...own } };
}
