import type { ScoringModel, ScoringOptions } from '../scoring/model.ts';
import type { EditionManifest } from './scorecard-document.ts';

/** The method of a released edition as the scoring takes it: every area with its indicators. */
export function scoringModelOf({ areas, indicators }: Pick<EditionManifest, 'areas' | 'indicators'>): ScoringModel {
  return {
    areas: areas.map((area) => ({
      id: area.id,
      weight: area.weight,
      items: indicators
        .filter((one) => one.area === area.id)
        .map(({ id, weight, min, max }) => ({ id, weight, min, max })),
    })),
  };
}

/** Its rules of rounding and coverage. */
export function scoringOptionsOf({
  decimals,
  minCoverageArea,
  minCoverageTotal,
}: Pick<EditionManifest, 'decimals' | 'minCoverageArea' | 'minCoverageTotal'>): ScoringOptions {
  return { decimals, minCoverageArea, minCoverageTotal };
}
