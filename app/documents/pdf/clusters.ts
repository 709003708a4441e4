const segmenter = new Intl.Segmenter('pl', { granularity: 'grapheme' });

/** Letters that never join with a neighbour. */
const SINGLE = /^[\n\x20-\x7e\xa0-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u203b\u2190-\u21ff]*$/;

/** Text in what people take for one letter: a letter with its marks, an emoji with all its parts. */
export function clustersOf(text: string): string[] {
  if (SINGLE.test(text)) return [...text];
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
