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
import { type CoderCounts, coderRates } from '../scoring/coder-rates.ts';
import { drawOnce, settingsOf } from '../scoring/draw-totals.ts';
import { pairCollector, type PairComparison } from '../scoring/pairs.ts';
import { rankCollector, type RankInterval } from '../scoring/rank-interval.ts';
import { scoreCollector } from '../scoring/score-interval.ts';
import { SENSITIVITY_DRAWS, sharesOf, type SourceVariances, sourceVariances } from '../scoring/sensitivity.ts';
import { isRankable } from './comparable.ts';
import { END_PLACES } from '../scoring/rank-draws.ts';
import { displayFraction } from '../scoring/rounding.ts';
import { computeScores, type Score, type UnitScore } from '../scoring/score.ts';
import { ALL_SOURCES_FORMAT } from './scorecard-document.ts';
import type {
  BandMark,
  DocumentFormat,
  EditionFacts,
  EditionUncertainty,
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
  /** Pairs of levels from the double coding; since format 6. */
  coders: readonly CoderCounts[];
  issue: number;
  corrections: readonly CorrectionNote[];
};

export type BuiltScorecards = { documents: ScorecardDocument[]; uncertainty: EditionUncertainty | null };

/**
 * The scorecards of an edition, in the order of `units`: exact scores, bands, ranks with their intervals, and what each
 * indicator added. Pure: the same answers, methodology and seed give the same documents. No units, no scorecards.
 */
export function buildScorecards(table: EditionTable): BuiltScorecards {
  const { methodology, edition, units, format, coders } = table;
  const scored = units.map((unit) => scoredUnit(methodology, unit));
  const model = toScoringModel(methodology);
  const options = toScoringOptions(methodology);
  const all = format >= ALL_SOURCES_FORMAT ? { coders } : null;
  const drawn = { model, units: scored, options, drawing: { draws: edition.draws, seed: edition.seed, all } };
  const scores = computeScores(model, scored, options).map((score) => (format === 2 ? score : publishedOnly(score)));
  const isRanked = all === null || isRankable(table.reliability);
  const pairs = isRanked ? nearPairs(scores) : [];
  const [intervals, compared, totals] = drawOnce(drawn, [rankCollector, pairCollector(pairs), scoreCollector]);
  const ranked = scores.filter((score) => score.total.display !== null).length;
  const neighbours = neighboursOf(table, scores, compared);
  const published = scored.filter((_, index) => scores[index]?.total.display !== null);
  const variances =
    all === null ? [] : sourceVariances({ model, units: published, drawing: settingsOf(drawn).drawing, coders });
  const variance = new Map(published.map((unit, index) => [unit.id, variances[index] as SourceVariances]));
  const documents = units.map((unit, index): ScorecardDocument => {
    const score = scores[index] as UnitScore;
    const indicators = methodology.indicators.map((indicator) => ({
      ...indicatorOf(indicator, unit.answers.get(indicator.id) ?? null),
      ...fieldworkOf(unit, indicator.id),
    }));
    const own = { interval: totals.get(score.id), variance: variance.get(score.id) };
    return {
      schema: `paragraf-scorecard/${format}`,
      issue: table.issue,
      edition,
      municipality: unit.municipality,
      total: score.total,
      minCoverageTotal: methodology.scoring.minCoverageOverall,
      minCoverageArea: methodology.scoring.minCoverageArea,
      band: bandMark(methodology, score.total.display),
      standing: isRanked ? standingOf(intervals[index] as RankInterval, ranked, format) : null,
      neighbours: neighbours.get(score.id) ?? [],
      ...(all === null
        ? {}
        : {
            uncertainty:
              own.interval && own.variance
                ? {
                    from: own.interval.from.toFixed(options.decimals),
                    to: own.interval.to.toFixed(options.decimals),
                    shares: sharesOf([own.variance]),
                  }
                : null,
          }),
      areas: methodology.areas.map((area) => areaOf(area, score, indicators)),
      indicators,
      fieldwork: unit.people,
      reliability: table.reliability,
      corrections: table.corrections.filter((note) => note.teryt === unit.municipality.teryt),
    };
  });
  return {
    documents,
    uncertainty:
      all === null
        ? null
        : {
            coders: [...coders],
            codersMeasured: coderRates(coders) !== null,
            sensitivityDraws: Math.min(SENSITIVITY_DRAWS, edition.draws),
            shares: sharesOf(variances),
          },
  };
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

/** Each published total with those next to it, sorted by rank and code, so that the order of storage changes nothing. */
function nearPairs(scores: readonly UnitScore[]): [string, string][] {
  const listed = scores
    .filter((score) => score.total.display !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || (a.id < b.id ? -1 : 1));
  return listed.flatMap((own, at) =>
    listed
      .slice(Math.max(0, at - REACH), at + REACH + 1)
      .flatMap((other): [string, string][] => (other === own ? [] : [[own.id, other.id]])),
  );
}

function neighboursOf(
  { units, format }: EditionTable,
  scores: readonly UnitScore[],
  compared: readonly PairComparison[],
): Map<string, Neighbour[]> {
  const names = new Map(units.map(({ municipality }) => [municipality.teryt, municipality.name]));
  const totals = new Map(scores.map((score) => [score.id, score.total]));
  const found = new Map<string, Neighbour[]>();
  for (const pair of compared) {
    const total = totals.get(pair.b);
    const neighbour: Neighbour = {
      teryt: pair.b,
      name: names.get(pair.b) ?? pair.b,
      total: total?.display ?? '',
      relation: relationOf(pair),
      share: pair.aBeatsB ?? 0,
      ...(format >= ALL_SOURCES_FORMAT && pair.byMean
        ? {
            low: total?.lowDisplay ?? '',
            high: total?.highDisplay ?? '',
            byMean: {
              arithmetic: pair.byMean.arithmetic.aBeatsB,
              geometric: pair.byMean.geometric.aBeatsB,
            },
          }
        : {}),
    };
    const own = found.get(pair.a);
    if (own) own.push(neighbour);
    else found.set(pair.a, [neighbour]);
  }
  return found;
}

/** Said of the other one: "clearly higher" means that it is ahead of this one. */
function relationOf(pair: PairComparison): Neighbour['relation'] {
  if (!pair.clear) return 'not-distinguishable';
  return (pair.bBeatsA ?? 0) > (pair.aBeatsB ?? 0) ? 'clearly-higher' : 'clearly-lower';
}
