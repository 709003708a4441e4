import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import {
  getPublishedEdition,
  getQuestion,
  type EditionRequest,
  type ShownIssue,
} from '../access/edition-queries.server.ts';
import { isComparable } from '../cards/comparable.ts';
import { pageOf } from '../cards/edition-table.ts';
import { byLevel, indicatorRegions, type IndicatorRegion } from '../cards/indicator-table.ts';
import { levelSpread, type LevelSpread } from '../cards/level-spread.ts';
import type { EditionFacts, ManifestAnswer, ScorecardIndicator } from '../cards/scorecard-document.ts';

export type AcrossPage = {
  edition: EditionFacts;
  shown: ShownIssue;
  indicator: Pick<ScorecardIndicator, 'id' | 'area' | 'question' | 'scale'>;
  /** False where two coders agreed too little on it: then nothing is put in order. */
  isCompared: boolean;
  spread: LevelSpread;
  states: { state: Exclude<ManifestAnswer, number>; count: number }[];
  /** Empty where all municipalities lie in one voivodeship, and where nothing is compared. */
  regions: IndicatorRegion[];
  rows: { teryt: string; name: string; county: string; answer: ManifestAnswer }[];
  count: number;
  page: number;
  pages: number;
};

/** One indicator over all municipalities of an edition. */
export async function getAcrossPage(
  db: Db,
  request: EditionRequest & { indicator: string; page: number; collator: Intl.Collator },
): Promise<AcrossPage> {
  const published = await getPublishedEdition(db, request);
  const { manifest, shown } = published;
  const asked = manifest.indicators.find(({ id }) => id === request.indicator);
  if (!asked) throw notFound(`no indicator ${request.indicator}`);
  const indicator = await getQuestion(db, published, asked.id);
  const isCompared = isComparable(manifest.reliability, asked);
  const listed = byLevel(manifest, { id: asked.id, isCompared, collator: request.collator });
  const { rows, found, page, pages } = pageOf(listed, request.page);
  const regions = indicatorRegions(manifest, asked);
  return {
    edition: manifest.edition,
    shown,
    indicator: {
      id: indicator.id,
      area: indicator.area,
      question: indicator.question,
      scale: indicator.scale,
    },
    isCompared,
    spread: levelSpread(manifest, indicator),
    states: (['withheld', 'not_assessed', 'not_applicable'] as const)
      .map((state) => ({
        state,
        count: listed.filter((row) => (row.answers[asked.id] ?? 'not_assessed') === state).length,
      }))
      .filter(({ count }) => count > 0),
    regions: isCompared && regions.length > 1 ? regions : [],
    rows: rows.map(({ teryt, name, county, answers }) => ({
      teryt,
      name,
      county,
      answer: answers[asked.id] ?? 'not_assessed',
    })),
    count: found,
    page,
    pages,
  };
}
