import { judgeAnswer } from '../methodology/answer-rules.ts';
import { bandOf } from '../scoring/bands.ts';
import type { EditionReliability } from './edition-reliability.ts';
import {
  add,
  divide,
  formatFraction,
  type Fraction,
  fractionOf,
  HUNDRED,
  multiply,
  parseFraction,
  subtract,
  ZERO,
} from '../scoring/fraction.ts';
import type { Indicator, Methodology } from '../methodology/methodology-schema.ts';
import { type FiledAnswer, toScoringModel, toScoringOptions } from '../methodology/methodology.ts';
import type { ScoredUnit } from '../scoring/model.ts';
import type { CorrectionNote } from './correction-note.ts';
import { fieldworkOf } from './fieldwork.ts';
import type { IndicatorFieldwork } from './fieldwork-notes.ts';
import { comparePairs, type PairComparison } from '../scoring/pairs.ts';
import { type RankInterval, rankIntervals } from '../scoring/rank-interval.ts';
import { END_PLACES } from '../scoring/rank-draws.ts';
import { displayFraction } from '../scoring/rounding.ts';
import { computeScores, type Score, type UnitScore } from '../scoring/score.ts';
import type {
  BandMark,
  DocumentFormat,
  EditionFacts,
  Neighbour,
  ScorecardArea,
  ScorecardDocument,
  ScorecardIndicator,
  Standing,
} from './scorecard-document.ts';
import type { MeasuredUnit } from './measured-unit.ts';
import type { RecordedAnswer } from './recorded-answer.ts';

export type EditionTable = {
  format: DocumentFormat;
  methodology: Methodology;
  edition: EditionFacts;
  units: readonly MeasuredUnit[];
  reliability: EditionReliability;
  issue: number;
  corrections: readonly CorrectionNote[];
};

/**
 * The scorecards of an edition, in the order of `units`: exact scores, bands, ranks with their intervals, and what each
 * indicator added. Pure: the same answers, methodology and seed give the same documents. No units, no scorecards.
 */
export function buildScorecards(table: EditionTable): ScorecardDocument[] {
  const { methodology, edition, units } = table;
  const scored = units.map((unit) => scoredUnit(methodology, unit));
  const model = toScoringModel(methodology);
  const options = toScoringOptions(methodology);
  const drawn = { model, units: scored, options, drawing: { draws: edition.draws, seed: edition.seed } };
  const scores = computeScores(model, scored, options).map((score) =>
    table.format === 2 ? score : publishedOnly(score),
  );
  const intervals = rankIntervals(drawn);
  const ranked = scores.filter((score) => score.total.display !== null).length;
  const neighbours = neighboursOf(table, scores, (pairs) => comparePairs(drawn, pairs));
  return units.map((unit, index) => {
    const score = scores[index] as UnitScore;
    const indicators = methodology.indicators.map((indicator) => ({
      ...indicatorOf(indicator, unit.answers.get(indicator.id) ?? null),
      ...fieldworkOf(unit, indicator.id),
    }));
    return {
      schema: `paragraf-scorecard/${table.format}`,
      issue: table.issue,
      edition,
      municipality: unit.municipality,
      total: score.total,
      minCoverageTotal: methodology.scoring.minCoverageOverall,
      minCoverageArea: methodology.scoring.minCoverageArea,
      band: bandMark(methodology, score.total.display),
      standing: standingOf(intervals[index] as RankInterval, ranked, table.format),
      neighbours: neighbours.get(score.id) ?? [],
      areas: methodology.areas.map((area) => areaOf(area, score, indicators)),
      indicators,
      fieldwork: unit.people,
      reliability: table.reliability,
      corrections: table.corrections.filter((note) => note.teryt === unit.municipality.teryt),
    };
  });
}

/** Where nothing is published for lack of data, no figure says otherwise; the bounds say what is known. */
function publishedOnly({ total, areas, ...unit }: UnitScore): UnitScore {
  const shown = (score: Score): Score => (score.display === null ? { ...score, exact: null, value: null } : score);
  return {
    ...unit,
    total: shown(total),
    areas: Object.fromEntries(Object.entries(areas).map(([id, score]) => [id, shown(score)])),
  };
}

function scoredUnit(methodology: Methodology, unit: MeasuredUnit): ScoredUnit {
  const answers = methodology.indicators.map((indicator) => {
    const recorded = unit.answers.get(indicator.id) ?? null;
    return [indicator.id, judged(indicator, recorded).counted] as const;
  });
  return { id: unit.municipality.teryt, answers: Object.fromEntries(answers) };
}

function judged(indicator: Indicator, recorded: RecordedAnswer | null) {
  return judgeAnswer(indicator, recorded && filedOf(recorded));
}

/** A recorded answer as the rules see it. */
export function filedOf({ state, level, reason, requestedOn, evidence }: RecordedAnswer): FiledAnswer {
  return { state, level, reason, requestedOn, evidenceItems: evidence.length };
}

function indicatorOf(
  indicator: Indicator,
  recorded: RecordedAnswer | null,
): Omit<ScorecardIndicator, keyof IndicatorFieldwork> {
  const { status, counted } = judged(indicator, recorded);
  const share = shareOf(indicator, counted);
  return {
    id: indicator.id,
    area: indicator.area,
    weight: indicator.weight,
    requirement: indicator.requirement,
    question: indicator.question,
    scale: { min: indicator.scale.min, max: indicator.scale.max, levels: indicator.scale.levels },
    sample: indicator.sample,
    evidenceRule: indicator.evidence,
    state: counted.state,
    incomplete: status === 'incomplete',
    level: counted.state === 'scored' ? counted.level : null,
    reason: recorded?.reason ?? '',
    requestedOn: recorded?.requestedOn ?? null,
    evidence: recorded?.evidence ?? [],
    coder: recorded?.coder ?? null,
    codedAt: recorded?.codedAt ?? null,
    points: share && displayFraction(multiply(HUNDRED, share), 2),
    earned: share && formatFraction(multiply(fractionOf(indicator.weight), share)),
  };
}

/** Share of the scale reached, 0–1; null when the answer does not count. */
function shareOf({ scale }: Indicator, counted: ReturnType<typeof judgeAnswer>['counted']): Fraction | null {
  if (counted.state === 'withheld') return ZERO;
  if (counted.state !== 'scored') return null;
  const min = fractionOf(scale.min);
  return divide(subtract(fractionOf(counted.level), min), subtract(fractionOf(scale.max), min));
}

function areaOf(
  area: Methodology['areas'][number],
  score: UnitScore,
  indicators: readonly ScorecardIndicator[],
): ScorecardArea {
  const own = indicators.filter((indicator) => indicator.area === area.id);
  const weights = (some: readonly ScorecardIndicator[]) =>
    formatFraction(some.reduce((sum, each) => add(sum, fractionOf(each.weight)), ZERO));
  const areaScore = score.areas[area.id];
  if (!areaScore) throw new RangeError(`No score for the area ${area.id}`);
  return {
    id: area.id,
    weight: area.weight,
    name: { pl: area.pl, en: area.en },
    score: areaScore,
    counted: weights(own.filter((each) => each.earned !== null)),
    applicable: weights(own.filter((each) => each.state !== 'not_applicable')),
    earned: formatFraction(
      own.reduce((sum, each) => (each.earned === null ? sum : add(sum, parseFraction(each.earned))), ZERO),
    ),
  };
}

function bandMark(methodology: Methodology, display: string | null): BandMark {
  const bands = [...methodology.scoring.bands].sort((a, b) => a.min - b.min);
  const place = bandOf(display, bands);
  const index = bands.findIndex((band) => band.id === place?.id);
  const band = bands[index];
  return place && band
    ? { id: band.id, min: band.min, max: bands[index + 1]?.min ?? null, nearBorder: place.nearBorder !== null }
    : null;
}

function standingOf(
  { rank, median, p05, p95, top10, bottom10 }: RankInterval,
  of: number,
  format: DocumentFormat,
): Standing {
  if (rank === null || median === null || p05 === null || p95 === null || top10 === null || bottom10 === null)
    return null;
  const overlap = format >= 5 && of < 2 * END_PLACES;
  return { rank, of, median, p05, p95, top10: overlap ? null : top10, bottom10: overlap ? null : bottom10 };
}

/** How many municipalities above and below in the list a scorecard compares itself with. */
const REACH = 2;

function neighboursOf(
  { units }: EditionTable,
  scores: readonly UnitScore[],
  compare: (pairs: [string, string][]) => PairComparison[],
): Map<string, Neighbour[]> {
  const names = new Map(units.map(({ municipality }) => [municipality.teryt, municipality.name]));
  // Sorted by rank and code, so that the order in which municipalities are stored changes nothing.
  const listed = scores
    .filter((score) => score.total.display !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || (a.id < b.id ? -1 : 1));
  const pairs = listed.flatMap((own, at) =>
    listed
      .slice(Math.max(0, at - REACH), at + REACH + 1)
      .flatMap((other): [string, string][] => (other === own ? [] : [[own.id, other.id]])),
  );
  const totals = new Map(listed.map((score) => [score.id, score.total.display ?? '']));
  const found = new Map<string, Neighbour[]>();
  for (const pair of compare(pairs)) {
    const neighbour: Neighbour = {
      teryt: pair.b,
      name: names.get(pair.b) ?? pair.b,
      total: totals.get(pair.b) ?? '',
      relation: relationOf(pair),
      share: pair.aBeatsB ?? 0,
    };
    found.set(pair.a, [...(found.get(pair.a) ?? []), neighbour]);
  }
  return found;
}

/** Said of the other one: "clearly higher" means that it is ahead of this one. */
function relationOf(pair: PairComparison): Neighbour['relation'] {
  if (!pair.clear) return 'not-distinguishable';
  return (pair.bBeatsA ?? 0) > (pair.aBeatsB ?? 0) ? 'clearly-higher' : 'clearly-lower';
}
