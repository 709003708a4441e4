/**
 * A letter with its marks, a flag, an emoji with all its parts. The segmenter of the language would know more scripts, but takes four
 * times as long for a text of twice the length.
 * More than 32 marks on a letter stand beside it: the work that a font takes to place them grows with their square.
 */
const CLUSTER =
  /(?:\p{Regional_Indicator}{2}|[^])(?:[\p{M}\p{Join_Control}\p{Emoji_Modifier}\u{e0020}-\u{e007f}]|(?<=\u200d)\p{Extended_Pictographic}){0,32}/gu;

/** Text in what people take for one letter. */
export function clustersOf(text: string): string[] {
  return text.match(CLUSTER) ?? [];
}
