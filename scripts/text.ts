import { runTextCommand } from '#app/text/cli.ts';
import { DOCX_LIMITS } from '#app/text/docx/zip.ts';
import { TEXT_LIMITS } from '#app/text/tree/limits.ts';
import { readInput } from './read-input.ts';

/** Command line of the text engine: parse, outline, refs, lint, diff, merge, amend, apply. JSON out; exit code 2 on bad input. */
async function main(): Promise<void> {
  const args = process.argv.slice(2);
  // Texts to be compared come as JSON, which may write a letter of the text with six of its own.
  const limit = /^(?:diff|merge)$/.test(args[0] ?? '') ? 6 * TEXT_LIMITS.totalCharacters : DOCX_LIMITS.fileBytes;
  const result = await runTextCommand(args, (file) => readInput(file, 'text', limit));
  if (result.ok) {
    process.stdout.write(result.output);
    return;
  }
  process.stderr.write(`${result.message.replace(/\s+/g, ' ')}\n`);
  process.exitCode = 2;
}

await main();
