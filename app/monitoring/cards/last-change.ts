import type { EditionManifest } from './scorecard-document.ts';

/** The last moment at which anything of an edition, or of one card, became public, an ISO instant: its release, a correction, the withdrawal of a card. */
export function lastChange({
  edition,
  corrections,
  withdrawn = [],
}: Pick<EditionManifest, 'edition' | 'corrections' | 'withdrawn'>): string {
  const moments = [edition.publishedAt, ...corrections.map(({ madeAt }) => madeAt), ...withdrawn.map(({ at }) => at)];
  return moments.reduce((last, each) => (each > last ? each : last));
}
