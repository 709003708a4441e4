import type { UnitType } from '#app/text/tree/types.ts';

import { reviewSource, type Overrides } from './import-lines.ts';
import type { SourceProof } from './import-proof.ts';
import { irregularMarks, toFlat } from './unit-tree.ts';

export type PublicationPreview = {
  /** Short title proposed for people. */
  title: string;
  units: number;
  counts: Partial<Record<UnitType, number>>;
  doubtful: number;
  problems: number;
  proof: SourceProof;
  /** Units that would be printed under another number if the draft numbered itself. */
  irregular: { before: string; after: string }[];
};

/** What publishing an import would give. */
export function publicationPreview(source: string, overrides: Overrides): PublicationPreview {
  const { act, counts, doubtful, problems, proof } = reviewSource(source, overrides);
  const units = toFlat(act);
  return {
    title: shortTitle(act.title),
    units: units.length,
    counts,
    doubtful: doubtful.length,
    problems: problems.length,
    proof,
    irregular: irregularMarks(units),
  };
}

/** The subject of an act without its number, body and date: what follows „w sprawie". Empty when there is none. */
function shortTitle(title: string): string {
  const named = /(?:^|\s)w\s+sprawie:?\s/iu.exec(title);
  const words = (named === null ? '' : title.slice(named.index + named[0].length))
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '')
    .trim();
  return words === '' ? '' : (words[0]!.toUpperCase() + words.slice(1)).slice(0, 200);
}
