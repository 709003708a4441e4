import { readFileSync } from 'node:fs';
import { readAkn } from '#app/documents/akn/read-akn.ts';
import { countLetters } from '#app/text/docx/census.ts';
import { fileKind } from '#app/text/docx/file-kind.ts';
import { htmlText, readHtml } from '#app/text/html/read-html.ts';
import { documentOf } from '#app/text/docx/read-docx.ts';
import { readStory } from '#app/text/docx/story.ts';
import { lettersOf } from '#app/text/docx/words-in.ts';
import { groupProblems } from '#app/text/lint/group.ts';
import { asDocx } from '#app/text/odt/as-docx.ts';
import { decodeSource } from '#app/text/parse/decode-source.ts';
import { parse } from '#app/text/parse/parse.ts';
import { allWords, walkUnits } from '#app/text/tree/tree.ts';
import type { Act } from '#app/text/tree/types.ts';

/** One file of the corpus, in a process of its own: what was read of it, held against letters counted without the reader. */
type Read = { act: Act; letters: number; file: number };

function read(bytes: Uint8Array, name: string): Read {
  const kind = fileKind(bytes, name);
  if (kind === 'docx' || kind === 'odt') {
    const { docx, letters } = asDocx(bytes);
    const story = readStory(docx);
    const { text } = documentOf(story, 'accepted');
    const act = parse(text);
    // What the reader accounts for beside the text (comments, struck words), less what the parser lost of the text.
    const lost = lettersOf(text) - lettersOf(allWords(act));
    return { act, letters: story.letters - lost, file: letters ?? countLetters(story.file) };
  }
  const text = decodeSource(bytes);
  if (text === null || (kind !== 'text' && kind !== 'html')) throw new Error(`not read: ${kind}`);
  if (kind === 'html') {
    const act = parse(htmlText(readHtml(text)));
    return { act, letters: lettersOf(allWords(act)), file: lettersOf(withoutTags(text)) };
  }
  if (/^\s*<(?:\?xml|[a-z]+[\s>:])/i.test(text)) {
    const { act } = readAkn(text);
    return { act, letters: lettersOf(allWords(act)), file: lettersOf(withoutTags(text)) };
  }
  const act = parse(text);
  return { act, letters: lettersOf(allWords(act)), file: lettersOf(text) };
}

/** Words between tags; numbered and named characters as blanks. */
function withoutTags(source: string): string {
  return source
    .replace(/<!--[\s\S]*?-->|<(script|style|head|meta)\b[^>]*(?<!\/)>[\s\S]*?<\/\1>|<[^>]*>/gi, ' ')
    .replace(/&[#\w]{1,10};/g, ' ');
}

const [, , file = ''] = process.argv;
const started = performance.now();
try {
  const { act, letters, file: total } = read(readFileSync(file), file);
  process.stdout.write(
    JSON.stringify({
      units: [...walkUnits(act)].length,
      lost: Math.max(0, total - letters),
      problems: groupProblems(act.problems).map(({ code, count }) => `${code} ${count}`),
      milliseconds: Math.round(performance.now() - started),
      megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    }),
  );
} catch (error) {
  process.stderr.write(error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unreadable');
  process.exitCode = 2;
}
