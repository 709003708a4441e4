import type { Reliability } from '../scoring/reliability.ts';

export type EditionReliability = {
  seed: number;
  /** Cells with an answer, and those of them with two answers given apart. */
  answered: number;
  /** Pairs handed in, border cases too; absent where `pairs` counts these as well. */
  twice?: number;
  pairs: number;
  equal: number;
  areas: AreaReliability[];
  /** Only indicators with at least one pair. */
  indicators: IndicatorReliability[];
};

type AreaReliability = {
  area: string;
  /** Pairs handed in, and those with the same state and level. */
  pairs: number;
  equal: number;
  /** Ordinal alpha of the levels, pooled over the area's indicators. */
  levels: Reliability;
  /** Nominal alpha of whether a level was given at all (counts, not applicable, not assessed). */
  states: Reliability;
};

type IndicatorReliability = {
  indicator: string;
  area: string;
  pairs: number;
  equal: number;
  levels: Reliability;
};
