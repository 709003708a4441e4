import type { WithdrawnCard } from './withdrawal.ts';
import type { EditionReliability } from './edition-reliability.ts';
import type { Asked } from './asking.ts';
import type { AnswerState } from '../scoring/model.ts';
import type { CorrectionNote } from './correction-note.ts';
import type { IndicatorFieldwork, UnitFieldwork } from './fieldwork-notes.ts';
import type { DrawingRecipe } from '../scoring/drawing-recipe.ts';
import type { CoderCounts } from '../scoring/coder-rates.ts';
import type { Score } from '../scoring/score.ts';
import type { SourceShares } from '../scoring/sensitivity.ts';
import type { EvidenceItem } from './evidence.ts';

/** Words in both languages of the product. */
export type Words = { pl: string; en: string };

type Scale = { min: number; max: number; levels: (Words & { value: number })[] };

/** How one municipality stands on one indicator, with everything a reader needs to check it. */
export type ScorecardIndicator = {
  id: string;
  area: string;
  weight: number;
  requirement: string;
  question: Words;
  scale: Scale;
  sample: Words | null;
  evidenceRule: Words & { minItems: number };
  /** What entered the score; an incomplete or missing answer entered as "not_assessed". */
  state: AnswerState;
  /** True when an answer was given but had too little evidence to count. */
  incomplete: boolean;
  /** The chosen level; null unless state is "scored". */
  level: number | null;
  /** The coder's note on what decided, or the reason of a state without a level. */
  reason: string;
  /** Day of the refused or unanswered request, yyyy-mm-dd; null for other states. */
  requestedOn: string | null;
  evidence: EvidenceItem[];
  coder: string | null;
  /** ISO instant of the last save; null when nobody answered. */
  codedAt: string | null;
  /** Score of the indicator, 0–100 with two decimals; null when it does not count. */
  points: string | null;
  /** Exact share of the weight that was earned, "4/3"; null when the indicator does not count. */
  earned: string | null;
} & IndicatorFieldwork;

export type ScorecardArea = {
  id: string;
  weight: number;
  name: Words;
  score: Score;
  /** Sums of weights: in the score, and of all indicators that apply. */
  counted: string;
  applicable: string;
  /** Exact sum of `earned`; score = 100 · earned / counted. */
  earned: string;
};

/** Rank on the displayed value and its interval under the draws; null without a published total, and since format 6 where nothing is ranked. */
export type Standing = {
  rank: number;
  /** How many municipalities have a published total. */
  of: number;
  median: number;
  p05: number;
  p95: number;
  /** Shares of draws; since format 5 null below 20 ranked municipalities, where the first ten and the last ten would be partly the same. */
  top10: number | null;
  bottom10: number | null;
} | null;

export type BandMark = {
  id: string;
  min: number;
  /** Null for the highest band. */ max: number | null;
  nearBorder: boolean;
} | null;

/** Comparison with a municipality close in the list; `share` is the share of draws in which this one is ahead. */
export type Neighbour = {
  teryt: string;
  name: string;
  total: string;
  relation: 'clearly-higher' | 'clearly-lower' | 'not-distinguishable';
  share: number;
  /** Bounds of its total, and the share of draws under each mean of the areas apart; absent before format 6. */
  low?: string;
  high?: string;
  byMean?: { arithmetic: number; geometric: number };
};

/** How far a total moves under all sources (5th and 95th percentile of the draws, as displayed), and which source moves it. */
type TotalUncertainty = { from: string; to: string; shares: SourceShares | null };

/** What the draws of an edition take into account besides the weights. */
export type EditionUncertainty = {
  /** Drawn pairs of levels by area, from which the rate of coder disagreement comes. */
  coders: CoderCounts[];
  /** False where there are too few pairs to know it. */
  codersMeasured: boolean;
  sensitivityDraws: number;
  /** Shares of the summed variance of all totals. */
  shares: SourceShares | null;
};

export type MeasuredMunicipality = {
  teryt: string;
  name: string;
  kind: string;
  county: string;
  voivodeship: string;
  population: number | null;
};

export type EditionFacts = {
  slug: string;
  title: Words;
  /** First and last day measured, yyyy-mm-dd. */
  measuredFrom: string;
  measuredTo: string;
  /** ISO instant. */
  publishedAt: string;
  team: { slug: string; name: string; contact: string };
  methodology: { key: string; version: string; title: Words; hash: string };
  licence: { id: string; url: string };
  /** Rank intervals: number of drawn weight sets and their seed. */
  draws: number;
  seed: number;
  isDemo: boolean;
};

export const LICENCE = { id: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } as const;

/**
 * How the documents of an edition are written, from its first issue to its last: what was released is never written otherwise. In 2 a
 * score below the limit of coverage still had its figures; since 3 it has none but its bounds. Since 4 it says what became of asking the
 * office, counts only drawn cells in alpha, and gives the recipe of the draws. Since 5 the table says what became of asking in its CSV too,
 * and has no first and last ten where these overlap. Since 6 the draws vary missing answers, coders and the mean of the areas besides the
 * weights, and nothing is ranked where coders agreed too little in an area.
 */
export const FORMATS = [2, 3, 4, 5, 6] as const;
export type DocumentFormat = (typeof FORMATS)[number];
export const NEWEST_FORMAT: DocumentFormat = 6;

/** Since which format all sources are drawn. */
export const ALL_SOURCES_FORMAT = 6;

/** Everything the public page of one municipality in one edition shows. Immutable once published. */
export type ScorecardDocument = {
  schema: `paragraf-scorecard/${DocumentFormat}`;
  /** Issue of the edition that brought this card. */
  issue: number;
  edition: EditionFacts;
  municipality: MeasuredMunicipality;
  total: Score;
  minCoverageTotal: number;
  minCoverageArea: number;
  band: BandMark;
  standing: Standing;
  neighbours: Neighbour[];
  /** Absent before format 6; null without a published total. */
  uncertainty?: TotalUncertainty | null;
  areas: ScorecardArea[];
  indicators: ScorecardIndicator[];
  fieldwork: UnitFieldwork;
  reliability: EditionReliability;
  /** Corrections of this municipality, the oldest first. */
  corrections: CorrectionNote[];
};

export type ManifestAnswer = number | Exclude<AnswerState, 'scored'>;

/** One municipality in the table of an edition. */
export type ManifestRow = MeasuredMunicipality & {
  total: Score;
  band: BandMark;
  standing: Standing;
  /** Absent before format 6; null without a published total. */
  uncertainty?: TotalUncertainty | null;
  areas: Record<string, Score>;
  /** Level or state by indicator, as it entered the score. */
  answers: Record<string, ManifestAnswer>;
  /** What became of asking the office; absent before format 4. */
  asked?: Asked;
  /** SHA-256 of the scorecard's file, hex. */
  hash: string;
};

/** One issue of a published edition. Its own SHA-256 covers every file through their hashes, and all issues before it. */
export type EditionManifest = {
  schema: `paragraf-edition/${DocumentFormat}`;
  /** 1 at release, one more with every correction. */
  issue: number;
  /** SHA-256 of the manifest of the issue before; null for the first. */
  previous: string | null;
  edition: EditionFacts;
  /** All corrections so far, the oldest first. */
  corrections: CorrectionNote[];
  reliability: EditionReliability;
  minCoverageTotal: number;
  minCoverageArea: number;
  /** Digits after the point of every displayed score. */
  decimals: number;
  bands: { id: string; min: number }[];
  /** How the draws are made and how that can be tried; absent before format 4. */
  drawing?: DrawingRecipe;
  /** Absent before format 6. */
  uncertainty?: EditionUncertainty;
  areas: { id: string; weight: number; name: Words }[];
  indicators: { id: string; area: string; weight: number; question: Words; min: number; max: number }[];
  municipalities: ManifestRow[];
  /** Cards that were withdrawn, the oldest first; absent without any. */
  withdrawn?: WithdrawnCard[];
  /** SHA-256 of every other file of this issue, hex, by its name. */
  files: Record<string, string>;
};
