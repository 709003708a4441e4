import { withoutLastWord } from '#app/text/tree/ends.ts';

/** Mean width of a letter of the serif face at weight 600, in parts of its size; wide letters are allowed for. */
const letterWidth = 0.53;

/** Breaks words (bound ones stay together) into at most `max` lines of `width` at `size`; what does not fit ends with an ellipsis. */
export function breakLines(text: string, { width, size, max }: { width: number; size: number; max: number }): string[] {
  const room = Math.floor(width / (size * letterWidth));
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(/[ \n\t]+/)
    .filter(Boolean)
    .flatMap((each) => pieces(each, room))) {
    if (line === '' || `${line} ${word}`.length <= room) {
      line = line === '' ? word : `${line} ${word}`;
      continue;
    }
    lines.push(line);
    line = word;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= max) return lines;
  const last = `${lines[max - 1]}…`;
  return [...lines.slice(0, max - 1), last.length <= room + 1 ? last : `${withoutLastWord(last.slice(0, room))}…`];
}

function pieces(word: string, room: number): string[] {
  if (word.length <= room) return [word];
  return Array.from({ length: Math.ceil(word.length / room) }, (_, at) => word.slice(at * room, (at + 1) * room));
}
