import { isRankable } from '../cards/comparable.ts';
import { answersOf } from '../cards/reader-weights.ts';
import { scoringModelOf, scoringOptionsOf } from '../cards/scoring-model.ts';
import type { EditionManifest, Words } from '../cards/scorecard-document.ts';
import type { CodingsDocument } from '../publication/codings-file.ts';
import type { Answer } from '../scoring/model.ts';
import { correlation, correlationMatrix, importances, REDUNDANT, type Importance } from '../scoring/structure.ts';
import { rankVariants, type OtherAnswers, type UnitVariants, type VariantRank } from '../scoring/variants.ts';

export type VariantsOrder = {
  manifest: EditionManifest;
  manifestHash: string;
  /** Both answers to what was coded twice; null where nothing was. */
  codings: Pick<CodingsDocument, 'cells'> | null;
};

/** One other way of counting: how far it moves the municipalities, and how alike the two orders are. */
export type VariantSummary = {
  /** `equal-weights`, `geometric`, `without-<area>` or `other-coder`. */
  id: string;
  area: Words | null;
  ranked: number;
  moved: number;
  meanShift: number;
  greatestShift: number;
  /** Of the ranks (Spearman); null with too few municipalities. */
  correlation: number | null;
};

export type VariantRow = {
  teryt: string;
  name: string;
  total: string;
  rank: number;
  /** By id of the variant; null where it gives no total. */
  ranks: Record<string, number | null>;
  /** The indicator without which its rank shifts most; null where none shifts it. */
  without: { indicator: string; rank: number } | null;
  /** The greatest shift of all variants, either way. */
  greatest: number;
};

export type EditionVariants = {
  schema: 'paragraf-variants/1';
  edition: string;
  issue: number;
  /** SHA-256 of the table that all of it was computed from. */
  manifest: string;
  isDemo: boolean;
  /** Empty, as `municipalities`, where nothing is ranked. */
  variants: VariantSummary[];
  municipalities: VariantRow[];
  areas: { ids: string[]; correlations: (number | null)[][]; importance: Importance[] };
  indicators: { ids: string[]; correlations: (number | null)[][]; importance: Importance[] };
  /** Pairs of indicators that measure nearly the same, the closest first. */
  redundant: { a: string; b: string; correlation: number }[];
};

/** An edition counted in other ways, and how its parts hang together (OECD/JRC handbook, chapters 4 and 7). */
export function editionVariants({ manifest, manifestHash, codings }: VariantsOrder): EditionVariants {
  const { municipalities, areas, indicators, edition, issue } = manifest;
  const published = municipalities.filter((row) => row.total.display !== null);
  const totals = published.map((row) => row.total.value);
  const areaValues = areas.map(({ id }) => published.map((row) => row.areas[id]?.value ?? null));
  const levels = indicators.map(({ id }) =>
    published.map((row) => {
      const answer = row.answers[id];
      return typeof answer === 'number' ? answer : answer === 'withheld' ? 0 : null;
    }),
  );
  const correlations = correlationMatrix(levels);
  const all = new Map(areas.map((area) => [area.id, indicators.filter((each) => each.area === area.id)]));
  const own = isRankable(manifest.reliability) ? ranksOf(manifest, codings) : { summaries: [], rows: [] };
  return {
    schema: 'paragraf-variants/1',
    edition: edition.slug,
    issue,
    manifest: manifestHash,
    isDemo: edition.isDemo,
    variants: own.summaries,
    municipalities: own.rows,
    areas: {
      ids: areas.map(({ id }) => id),
      correlations: correlationMatrix(areaValues),
      importance: importances(
        areas.map(({ id, weight }, at) => ({ id, weight, values: areaValues[at] ?? [] })),
        totals,
      ),
    },
    indicators: {
      ids: indicators.map(({ id }) => id),
      correlations,
      importance: importances(
        indicators.map(({ id, area, weight }, at) => {
          const inArea = (all.get(area) ?? []).reduce((sum, each) => sum + each.weight, 0);
          const whole = areas.find((each) => each.id === area)?.weight ?? 0;
          return { id, weight: inArea === 0 ? 0 : (whole * weight) / inArea, values: levels[at] ?? [] };
        }),
        totals,
      ),
    },
    redundant: indicators
      .flatMap(({ id }, a) =>
        indicators.slice(a + 1).flatMap((other, after) => {
          const value = correlations[a]?.[a + 1 + after] ?? null;
          return value !== null && Math.abs(value) >= REDUNDANT ? [{ a: id, b: other.id, correlation: value }] : [];
        }),
      )
      .sort((x, y) => Math.abs(y.correlation) - Math.abs(x.correlation)),
  };
}

function ranksOf(manifest: EditionManifest, codings: VariantsOrder['codings']) {
  const units = manifest.municipalities.map((row) => ({ id: row.teryt, answers: answersOf(row) }));
  const found = rankVariants(
    { model: scoringModelOf(manifest), units, options: scoringOptionsOf(manifest) },
    codings ? otherAnswers(manifest, codings) : undefined,
  );
  const kinds: { id: string; area: Words | null; of: (unit: UnitVariants) => VariantRank | null }[] = [
    { id: 'equal-weights', area: null, of: (unit) => unit.equalWeights },
    { id: 'geometric', area: null, of: (unit) => unit.geometricMean },
    ...(manifest.areas.length < 2
      ? []
      : manifest.areas.map(({ id, name }) => ({
          id: `without-${id}`,
          area: name,
          of: (unit: UnitVariants) => unit.withoutArea[id] ?? null,
        }))),
    ...(codings ? [{ id: 'other-coder', area: null, of: (unit: UnitVariants) => unit.otherCoder }] : []),
  ];
  const ranked = found.flatMap((unit) => (unit.rank === null ? [] : [{ unit, rank: unit.rank }]));
  const byTeryt = new Map(manifest.municipalities.map((row) => [row.teryt, row]));
  const summaries = kinds.map(({ id, area, of }): VariantSummary => {
    const shifts = ranked.flatMap(({ unit }) => of(unit)?.shift ?? []).map(Math.abs);
    return {
      id,
      area,
      ranked: shifts.length,
      moved: shifts.filter((shift) => shift > 0).length,
      meanShift: shifts.length === 0 ? 0 : shifts.reduce((sum, each) => sum + each, 0) / shifts.length,
      greatestShift: shifts.reduce((most, each) => Math.max(most, each), 0),
      correlation: correlation(
        ranked.map(({ rank }) => rank),
        ranked.map(({ unit }) => of(unit)?.rank ?? null),
      ),
    };
  });
  const rows = ranked
    .map(({ unit, rank }): VariantRow => {
      const row = byTeryt.get(unit.id);
      const { itemId, rank: left, shift } = unit.leaveOneOut;
      const greatest = [...kinds.map(({ of }) => of(unit)?.shift ?? 0), shift ?? 0].reduce(
        (most, each) => (Math.abs(each) > Math.abs(most) ? each : most),
        0,
      );
      return {
        teryt: unit.id,
        name: row?.name ?? unit.id,
        total: row?.total.display ?? '',
        rank,
        ranks: Object.fromEntries(kinds.map(({ id, of }) => [id, of(unit)?.rank ?? null])),
        without: itemId === null || left === null || shift === 0 ? null : { indicator: itemId, rank: left },
        greatest,
      };
    })
    .sort((a, b) => a.rank - b.rank || (a.teryt < b.teryt ? -1 : 1));
  return { summaries, rows };
}

/** Where the two codings differ, the one that did not enter the score; the first where neither did. */
function otherAnswers(manifest: EditionManifest, { cells }: Pick<CodingsDocument, 'cells'>): OtherAnswers {
  const taken = new Map(manifest.municipalities.map((row) => [row.teryt, row.answers]));
  const found: Record<string, Record<string, Answer>> = {};
  for (const { teryt, indicator, equal, codings } of cells) {
    if (equal) continue;
    const answers = codings.map(({ state, level }) => (state === 'scored' ? (level ?? 'not_assessed') : state));
    const other = answers.find((each) => each !== taken.get(teryt)?.[indicator]);
    if (other === undefined) continue;
    (found[teryt] ??= {})[indicator] = typeof other === 'number' ? { state: 'scored', level: other } : { state: other };
  }
  return found;
}
