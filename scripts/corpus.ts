import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runCorpusFile, summaryOf, type CorpusLine } from './corpus-run.ts';
import { callerPath } from './caller-path.ts';

const KINDS = /\.(?:txt|docx|odt|xml|akn|html?)$/i;
const MAX_FILES = 20_000;

/** Reads every document of a folder, each in a process of its own; one line a file, a summary, exit code 1 when something was lost. */
async function main(): Promise<void> {
  const [folder, extra] = process.argv.slice(2);
  if (folder === undefined || extra !== undefined) return fail('usage: npm run corpus -- FOLDER');
  const root = callerPath(folder, 'corpus');
  let files: string[];
  try {
    files = filesIn(root);
  } catch {
    return fail(`cannot read ${folder}`);
  }
  if (files.length === 0) return fail(`no .txt, .docx, .odt, .xml or .html in ${folder}`);
  const lines: CorpusLine[] = [];
  for (const file of files) {
    const line = await runCorpusFile(file);
    lines.push(line);
    process.stdout.write(`${relative(root, file)}\t${line.words}\n`);
  }
  process.stdout.write(`${summaryOf(lines)}\n`);
  if (lines.some(({ isLost }) => isLost)) process.exitCode = 1;
}

function filesIn(folder: string): string[] {
  if (statSync(folder).isFile()) return [folder];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && KINDS.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .slice(0, MAX_FILES);
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}

await main();
