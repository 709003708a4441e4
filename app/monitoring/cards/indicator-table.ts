import type { EditionManifest, ManifestAnswer, ManifestRow } from './scorecard-document.ts';

/** How one voivodeship stands on an indicator. */
export type IndicatorRegion = {
  voivodeship: string;
  count: number;
  /** Municipalities with a level, and those of them with the highest one. */
  withLevel: number;
  highest: number;
};

export function indicatorRegions(
  { municipalities }: Pick<EditionManifest, 'municipalities'>,
  { id, max }: { id: string; max: number },
): IndicatorRegion[] {
  const regions = new Map<string, IndicatorRegion>();
  for (const { voivodeship, answers } of municipalities) {
    const own = regions.get(voivodeship) ?? { voivodeship, count: 0, withLevel: 0, highest: 0 };
    const answer = answers[id];
    regions.set(voivodeship, {
      voivodeship,
      count: own.count + 1,
      withLevel: own.withLevel + (typeof answer === 'number' ? 1 : 0),
      highest: own.highest + (answer === max ? 1 : 0),
    });
  }
  return [...regions.values()].sort((a, b) => a.voivodeship.localeCompare(b.voivodeship, 'pl'));
}

/** States after the levels, in the order of the list. */
const STATES: readonly ManifestAnswer[] = ['withheld', 'not_assessed', 'not_applicable'];

/** Municipalities by level, the highest first; by name alone where levels are not compared. */
export function byLevel(
  { municipalities }: Pick<EditionManifest, 'municipalities'>,
  { id, isCompared, collator }: { id: string; isCompared: boolean; collator: Intl.Collator },
): ManifestRow[] {
  const place = ({ answers }: ManifestRow) => {
    const answer = answers[id] ?? 'not_assessed';
    return typeof answer === 'number' ? -answer : 1_000 + STATES.indexOf(answer);
  };
  return [...municipalities].sort(
    (a, b) =>
      (isCompared ? place(a) - place(b) : 0) || collator.compare(a.name, b.name) || (a.teryt < b.teryt ? -1 : 1),
  );
}
