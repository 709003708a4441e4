import { commonItems, compareEditions, type Bridge, type UnitChange } from '../scoring/compare.ts';
import type { ScoringModel } from '../scoring/model.ts';
import { allSources } from '../cards/all-sources.ts';
import { answersOf } from '../cards/reader-weights.ts';
import { scoringModelOf, scoringOptionsOf } from '../cards/scoring-model.ts';
import type { EditionManifest, Words } from '../cards/scorecard-document.ts';

/** A municipality in an earlier edition beside this one, both scored on the indicators that both asked alike. */
export type TrendStep = {
  slug: string;
  title: Words;
  measuredFrom: string;
  measuredTo: string;
  methodVersion: string;
  /** Measured after another version: only what the bridge calls common is compared. */
  isOtherVersion: boolean;
  /** Indicators in common, of those asked this time. */
  common: number;
  of: number;
  /** Total as that edition published it; null without one. */
  published: string | null;
  change: Pick<UnitChange, 'before' | 'after' | 'change' | 'direction' | 'reason'>;
};

/**
 * Steps from every earlier edition with the same methodology to this one, the newest first. Nothing but the answers can differ: both
 * sides are scored anew with this edition's weights on common items (monitoring method 2.3). Between two versions of the methodology
 * common is what `bridges` says, by the other version's number; a code alone proves nothing there.
 */
export function trendOf(
  current: EditionManifest,
  earlier: readonly EditionManifest[],
  teryt: string,
  bridges: ReadonlyMap<string, Bridge>,
): TrendStep[] {
  const after = scoringModelOf(current);
  return earlier
    .filter(
      ({ edition }) =>
        edition.slug !== current.edition.slug &&
        edition.methodology.key === current.edition.methodology.key &&
        edition.measuredTo < current.edition.measuredTo,
    )
    .filter(({ municipalities }) => municipalities.some((row) => row.teryt === teryt))
    .sort((a, b) => (a.edition.measuredTo < b.edition.measuredTo ? 1 : -1))
    .flatMap((manifest): TrendStep[] => {
      const before = scoringModelOf(manifest);
      const { version } = manifest.edition.methodology;
      const isOtherVersion = version !== current.edition.methodology.version;
      const bridge = isOtherVersion ? asked(bridges.get(version) ?? [], before, after) : commonItems(before, after);
      const unit = (from: EditionManifest) =>
        from.municipalities
          .filter((row) => row.teryt === teryt)
          .map((row) => ({ id: row.teryt, answers: answersOf(row) }));
      if (bridge.length === 0) return [];
      const [change] = compareEditions({
        before: { model: before, units: unit(manifest) },
        after: { model: after, units: unit(current) },
        bridge,
        options: scoringOptionsOf(current),
        drawing: { draws: current.edition.draws, seed: current.edition.seed, all: allSources(current) },
      });
      if (!change) return [];
      const { slug, title, measuredFrom, measuredTo, methodology } = manifest.edition;
      return [
        {
          slug,
          title,
          measuredFrom,
          measuredTo,
          methodVersion: methodology.version,
          isOtherVersion,
          common: bridge.length,
          of: current.indicators.length,
          published: manifest.municipalities.find((row) => row.teryt === teryt)?.total.display ?? null,
          change,
        },
      ];
    });
}

/** Pairs of which both editions have their half, on the same scale. */
function asked(bridge: Bridge, before: ScoringModel, after: ScoringModel): Bridge {
  const scales = (model: ScoringModel) =>
    new Map(model.areas.flatMap((area) => area.items.map((item) => [item.id, `${item.min} ${item.max}`])));
  const [old, own] = [scales(before), scales(after)];
  return bridge.filter((pair) => old.has(pair.before) && old.get(pair.before) === own.get(pair.after));
}
