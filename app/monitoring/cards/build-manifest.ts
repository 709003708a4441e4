import { drawingRecipe } from '../scoring/drawing-recipe.ts';
import type { WithdrawnCard } from './withdrawal.ts';
import type { CorrectionNote } from './correction-note.ts';
import { ALL_SOURCES_FORMAT } from './scorecard-document.ts';
import type {
  DocumentFormat,
  EditionManifest,
  EditionUncertainty,
  ManifestAnswer,
  ManifestRow,
  ScorecardDocument,
} from './scorecard-document.ts';

export type ManifestParts = {
  format: DocumentFormat;
  issue: number;
  previous: string | null;
  scorecards: readonly { document: ScorecardDocument; hash: string }[];
  corrections: readonly CorrectionNote[];
  bands: readonly { id: string; min: number }[];
  decimals: number;
  uncertainty: EditionUncertainty | null;
  withdrawn?: readonly WithdrawnCard[];
};

/** The table of an issue from its scorecards and the hash of each; its other files are named in `files` afterwards. At least one scorecard is needed. */
export function buildManifest({
  format,
  issue,
  previous,
  scorecards,
  corrections,
  bands,
  decimals,
  uncertainty,
  withdrawn = [],
}: ManifestParts): EditionManifest {
  const [first] = scorecards;
  if (!first) throw new RangeError('An edition without municipalities has no table');
  const { edition, minCoverageTotal, minCoverageArea, areas, indicators, reliability } = first.document;
  return {
    schema: `paragraf-edition/${format}`,
    issue,
    previous,
    edition,
    corrections: [...corrections],
    reliability,
    minCoverageTotal,
    minCoverageArea,
    decimals,
    bands: [...bands],
    ...(format >= 4 ? { drawing: drawingRecipe(format >= ALL_SOURCES_FORMAT) } : {}),
    ...(uncertainty === null ? {} : { uncertainty }),
    areas: areas.map(({ id, weight, name }) => ({ id, weight, name })),
    indicators: indicators.map(({ id, area, weight, question, scale }) => ({
      id,
      area,
      weight,
      question,
      min: scale.min,
      max: scale.max,
    })),
    municipalities: scorecards.map(({ document, hash }) => rowOf(document, hash)),
    ...(withdrawn.length > 0 ? { withdrawn: [...withdrawn] } : {}),
    files: {},
  };
}

function rowOf(document: ScorecardDocument, hash: string): ManifestRow {
  return {
    ...document.municipality,
    total: document.total,
    band: document.band,
    standing: document.standing,
    ...(document.uncertainty === undefined ? {} : { uncertainty: document.uncertainty }),
    areas: Object.fromEntries(document.areas.map((area) => [area.id, area.score])),
    answers: Object.fromEntries(
      document.indicators.map(({ id, state, level }): [string, ManifestAnswer] => [
        id,
        state === 'scored' ? (level ?? 'not_assessed') : state,
      ]),
    ),
    ...(document.fieldwork.asked ? { asked: document.fieldwork.asked } : {}),
    hash,
  };
}
