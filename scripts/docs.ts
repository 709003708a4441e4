import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { runDocsCommand } from '#app/documents/cli.ts';
import { DocumentError } from '#app/documents/model/document-error.ts';
import { DOCX_LIMITS } from '#app/text/docx/zip.ts';
import { callerPath } from './caller-path.ts';

/** Files over the bound are refused by their size, before anything of them is in memory. */
function read(file: string): Uint8Array {
  if (file === '-') return within('standard input', readFileSync(0));
  const path = callerPath(file, 'docs');
  const { size } = statSync(path);
  if (size > DOCX_LIMITS.fileBytes) refuse(file, size);
  return within(file, readFileSync(path));
}

/** What comes through a pipe tells its size only when it is there. */
function within(name: string, bytes: Uint8Array): Uint8Array {
  return bytes.length > DOCX_LIMITS.fileBytes ? refuse(name, bytes.length) : bytes;
}

function refuse(name: string, size: number): never {
  throw new DocumentError(`${name} has ${size} bytes, over the limit of ${DOCX_LIMITS.fileBytes}`);
}

/** Command line of the converters: convert, read. Exit code 2 and one line on standard error on bad input. */
async function main(): Promise<void> {
  const result = await runDocsCommand(process.argv.slice(2), {
    read,
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
