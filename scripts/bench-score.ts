/** Figures of the scoring core: absolute times, and the ratio to the plain way of counting on a smaller slice in the same run. */
import type { ScoreTable } from '#app/monitoring/scoring/draw-totals.ts';
import { toScoringModel } from '#app/monitoring/methodology/methodology.ts';
import { parseMethodology } from '#app/monitoring/methodology/parse-methodology.ts';
import type { Answer, ScoredUnit, ScoringItem, ScoringModel } from '#app/monitoring/scoring/model.ts';
import { createRandom } from '#app/monitoring/scoring/random.ts';
import { rankIntervals } from '#app/monitoring/scoring/rank-interval.ts';
import { sharedRanks } from '#app/monitoring/scoring/ranks.ts';
import { roundHalfUpNumber } from '#app/monitoring/scoring/rounding.ts';
import { computeScores } from '#app/monitoring/scoring/score.ts';
import { DEFAULT_DRAWING, drawWeights } from '#app/monitoring/scoring/weight-draws.ts';
import methodologyFile from '#app/monitoring/methodology/data/methodology-gmina-2026.json';

const UNITS = 2500;
const EDITIONS = 10;
const DRAWS = 5000;
/** The plain way is far too slow for the whole: draws of one edition that it gets. */
const PLAIN_DRAWS = 50;

const random = createRandom(2026);

/** Municipalities differ in how good they are; events that did not occur leave items out, and some are not assessed. */
function inventUnits(model: ScoringModel, events: ReadonlySet<string>): ScoredUnit[] {
  return Array.from({ length: UNITS }, (_, index) => {
    const quality = random.nextUniform();
    const answer = (item: ScoringItem): Answer => {
      if (events.has(item.id) && random.nextUniform() < 0.2) return { state: 'not_applicable' };
      if (random.nextUniform() < 0.005) return { state: 'not_assessed' };
      const share = (quality + random.nextUniform()) / 2;
      return { state: 'scored', level: Math.min(item.max, Math.floor(share * (item.max + 1))) };
    };
    const items = model.areas.flatMap((area) => area.items);
    return {
      id: String(index).padStart(7, '0'),
      answers: Object.fromEntries(items.map((item) => [item.id, answer(item)])),
    };
  });
}

/** Every product of every draw, ranks by sorting; as long as the method itself. */
function plainRanks({ model, units }: ScoreTable, draws: number): (number | null)[][] {
  const weights = drawWeights(model, { ...DEFAULT_DRAWING, draws });
  const items = model.areas.flatMap((area) => area.items);
  const places = new Map(weights.items.map((item, place) => [item.id, place]));
  return Array.from({ length: draws }, (_, draw) =>
    sharedRanks(
      units.map((unit) => {
        let total = 0;
        model.areas.forEach((area) => {
          let points = 0;
          let counted = 0;
          for (const item of area.items) {
            const answer = unit.answers[item.id];
            if (answer?.state !== 'scored' && answer?.state !== 'withheld') continue;
            const weight = weights.itemWeights[draw * items.length + (places.get(item.id) ?? 0)] ?? 0;
            counted += weight;
            if (answer.state === 'scored') points += (weight * 100 * (answer.level - item.min)) / (item.max - item.min);
          }
          const areaWeight = weights.areaWeights[draw * weights.areas.length + weights.areas.indexOf(area.id)] ?? 0;
          total += (areaWeight * points) / counted;
        });
        return roundHalfUpNumber(total, 1);
      }),
    ),
  );
}

function time<Result>(work: () => Result): { seconds: number; cpu: number; result: Result } {
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  const result = work();
  const seconds = (performance.now() - before) / 1000;
  return { seconds, cpu: process.cpuUsage(cpuBefore).user / 1e6, result };
}

const parsed = parseMethodology(methodologyFile);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const model = toScoringModel(parsed.methodology);
const events = new Set(
  parsed.methodology.indicators.filter((one) => one.applicability !== 'always').map((one) => one.id),
);
const tables = Array.from({ length: EDITIONS }, (): ScoreTable => ({
  model,
  units: inventUnits(model, events),
  drawing: { draws: DRAWS },
}));
const [first] = tables;
if (first === undefined) throw new Error('no editions');

const scores = time(() => tables.forEach((table) => computeScores(table.model, table.units)));
const intervals = time(() => tables.map((table) => rankIntervals(table)));
const plain = time(() => plainRanks(first, PLAIN_DRAWS));
const plainWhole = (plain.seconds * DRAWS * EDITIONS) / PLAIN_DRAWS;
const size = `${UNITS} municipalities × 36 indicators × ${EDITIONS} editions`;

console.log(`exact scores, ${size}: ${scores.seconds.toFixed(2)} s`);
console.log(
  `rank intervals, ${size}, ${DRAWS} draws: ${intervals.seconds.toFixed(2)} s (${intervals.cpu.toFixed(2)} s of one core), limit 5 s`,
);
console.log(
  `the plain way, one edition, ${PLAIN_DRAWS} draws: ${plain.seconds.toFixed(2)} s, so ${plainWhole.toFixed(0)} s for the whole; ratio ${(plainWhole / intervals.seconds).toFixed(0)} : 1`,
);
