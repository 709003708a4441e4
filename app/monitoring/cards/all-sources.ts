import type { CoderCounts } from '../scoring/coder-rates.ts';
import type { EditionManifest } from './scorecard-document.ts';

/** What is drawn besides the weights when totals of an edition are compared: what it was released with; null for weights alone. */
export function allSources({ uncertainty }: Pick<EditionManifest, 'uncertainty'>): { coders: CoderCounts[] } | null {
  return uncertainty ? { coders: uncertainty.coders } : null;
}
