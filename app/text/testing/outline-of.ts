import { parse } from '../parse/parse.ts';
import { walkUnits } from '../tree/tree.ts';
import type { Act, ParseOptions } from '../tree/types.ts';

/** Citations of all units, text without a mark left out: a short form for expectations. */
function citationsOf(act: Act): string[] {
  return [...walkUnits(act)].filter((unit) => unit.type !== 'text').map((unit) => unit.citation);
}

/** Parses a source and lists its citations. */
export function outlineOf(source: string, options?: ParseOptions): string[] {
  return citationsOf(parse(source, options));
}
