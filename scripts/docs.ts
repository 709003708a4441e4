import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { runDocsCommand } from '#app/documents/cli.ts';
import { DocumentError } from '#app/documents/document-error.ts';
import { DOCX_LIMITS } from '#app/text/docx/zip.ts';

/** Files over the bound are refused by their size, before anything of them is in memory. */
function read(file: string): Uint8Array {
  const { size } = statSync(file);
  if (size > DOCX_LIMITS.fileBytes) throw new DocumentError(`${file} has ${size} bytes, over the limit of ${DOCX_LIMITS.fileBytes}`);
  return readFileSync(file);
}

/** Command line of the converters: convert, read. Exit code 2 and one line on standard error on bad input. */
async function main(): Promise<void> {
  const result = await runDocsCommand(process.argv.slice(2), {
    read,
    write: (file, bytes) => writeFileSync(file, bytes),
    now: () => new Date(),
    fonts: async () => (await import('#app/documents/pdf/load-fonts.server.ts')).loadFonts(),
  });
  if (result.ok) {
    process.stdout.write(result.output);
    return;
  }
  process.stderr.write(`${result.message.replace(/\s+/g, ' ')}\n`);
  process.exitCode = 2;
}

await main();
