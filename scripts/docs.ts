import { writeFileSync } from 'node:fs';
import { runDocsCommand } from '#app/documents/cli.ts';
import { DOCX_LIMITS } from '#app/text/docx/zip.ts';
import { callerPath } from './caller-path.ts';
import { readInput } from './read-input.ts';

/** Command line of the converters: convert, read. Exit code 2 and one line on standard error on bad input. */
async function main(): Promise<void> {
  const result = await runDocsCommand(process.argv.slice(2), {
    read: (file) => readInput(file, 'docs', DOCX_LIMITS.fileBytes),
    write: (file, bytes) => writeFileSync(callerPath(file, 'docs'), bytes),
    now: () => new Date(),
    fonts: async () => (await import('#app/documents/pdf/load-fonts.server.ts')).loadFonts(),
  });
  if (result.ok) {
    process.stdout.write(result.output);
    for (const note of result.notes) process.stderr.write(`${note}\n`);
    return;
  }
  process.stderr.write(`${result.message.replace(/\s+/g, ' ')}\n`);
  process.exitCode = 2;
}

await main();
