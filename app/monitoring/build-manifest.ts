import type { EditionManifest, ManifestAnswer, ManifestRow, ScorecardDocument } from './scorecard-document.ts';

/** The table of an edition from its scorecards and the hash of each. At least one scorecard is needed. */
export function buildManifest(
  scorecards: readonly { document: ScorecardDocument; hash: string }[], bands: readonly { id: string; min: number }[],
): EditionManifest {
  const [first] = scorecards;
  if (!first) throw new RangeError('An edition without municipalities has no table');
  const { edition, minCoverageTotal, areas, indicators } = first.document;
  return {
    schema: 'paragraf-edition/1',
    edition,
    minCoverageTotal,
    bands: [...bands],
    areas: areas.map(({ id, weight, name }) => ({ id, weight, name })),
    indicators: indicators.map(({ id, area, weight, question, scale }) => ({ id, area, weight, question, max: scale.max })),
    municipalities: scorecards.map(({ document, hash }) => rowOf(document, hash)),
  };
}

function rowOf(document: ScorecardDocument, hash: string): ManifestRow {
  return {
    ...document.municipality,
    total: document.total,
    band: document.band,
    standing: document.standing,
    areas: Object.fromEntries(document.areas.map((area) => [area.id, area.score])),
    answers: Object.fromEntries(document.indicators.map(({ id, state, level }): [string, ManifestAnswer] =>
      [id, state === 'scored' ? level ?? 'not_assessed' : state])),
    hash,
  };
}
