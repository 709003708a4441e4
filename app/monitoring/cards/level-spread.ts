import type { EditionManifest, ScorecardIndicator } from './scorecard-document.ts';

export type LevelSpread = {
  /** From the highest level down. */ levels: { level: number; count: number }[];
  withLevel: number;
  /** Counted without a level, or not at all. */ without: number;
};

/** How many municipalities of an edition have each level of an indicator. */
export function levelSpread(
  manifest: EditionManifest,
  { id, scale }: Pick<ScorecardIndicator, 'id' | 'scale'>,
): LevelSpread {
  const answers = manifest.municipalities.map((row) => row.answers[id] ?? 'not_assessed');
  const levels = [...scale.levels]
    .sort((a, b) => b.value - a.value)
    .map(({ value }) => ({ level: value, count: answers.filter((answer) => answer === value).length }));
  const withLevel = levels.reduce((sum, { count }) => sum + count, 0);
  return { levels, withLevel, without: answers.length - withLevel };
}
