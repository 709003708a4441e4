import { sizeClassOf } from '../cards/edition-table.ts';
import type { ScoringModel } from '../scoring/model.ts';
import { answersOf } from '../cards/reader-weights.ts';
import type { EditionManifest, ManifestRow, ScorecardDocument, Words } from '../cards/scorecard-document.ts';
import { whatWouldRaise, type Improvement } from '../cards/what-would-raise.ts';

export type Raise = Improvement & {
  question: Words;
  /** Words of the level to reach. */ meaning: Words;
  /** Like municipalities that are there already, at most three. */ examples: { teryt: string; name: string }[];
};

/** Next levels that would raise a municipality's total, the greatest gain first, with like municipalities that have them. Empty without a total. */
export function raisesOf(document: ScorecardDocument, manifest: EditionManifest): Raise[] {
  const { teryt } = document.municipality;
  const own = manifest.municipalities.find((row) => row.teryt === teryt);
  if (!own || document.total.display === null) return [];
  const unitOf = (row: ManifestRow) => ({ id: row.teryt, answers: answersOf(row) });
  const like = manifest.municipalities.filter(
    (row) => row.kind === own.kind && sizeClassOf(row.population) === sizeClassOf(own.population),
  );
  const names = new Map(manifest.municipalities.map((row) => [row.teryt, row.name]));
  return whatWouldRaise(modelOf(document), unitOf(own), {
    peers: like.map(unitOf),
    decimals: manifest.decimals,
  }).flatMap((improvement): Raise[] => {
    const indicator = document.indicators.find((each) => each.id === improvement.itemId);
    const level = indicator?.scale.levels.find((each) => each.value === improvement.to);
    if (!indicator || !level) return [];
    const examples = improvement.reachedBy.slice(0, 3).map((id) => ({ teryt: id, name: names.get(id) ?? id }));
    return [{ ...improvement, question: indicator.question, meaning: { pl: level.pl, en: level.en }, examples }];
  });
}

function modelOf({ areas, indicators }: ScorecardDocument): ScoringModel {
  return {
    areas: areas.map((area) => ({
      id: area.id,
      weight: area.weight,
      items: indicators
        .filter((each) => each.area === area.id)
        .map(({ id, weight, scale }) => ({
          id,
          weight,
          min: scale.min,
          max: scale.max,
          levels: scale.levels.map((level) => level.value),
        })),
    })),
  };
}
