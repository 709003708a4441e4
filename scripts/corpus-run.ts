import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What one file of a corpus gave, as words for a line. */
export type CorpusLine = { words: string; units: number; lost: number; isRefused: boolean; isLost: boolean };

const SECONDS = 60;
const MEGABYTES = 512;
const run = promisify(execFile);

/** Reads one file in a process with bounds of time and memory. Never throws: a process that ends by itself is a loss. */
export async function runCorpusFile(file: string): Promise<CorpusLine> {
  try {
    const { stdout } = await run(
      process.execPath,
      [`--max-old-space-size=${MEGABYTES}`, '--import', 'tsx', join(import.meta.dirname, 'corpus-one.ts'), file],
      { timeout: SECONDS * 1000, killSignal: 'SIGKILL', maxBuffer: 4 * 1024 * 1024 },
    );
    const { units, lost, problems, milliseconds, megabytes } = JSON.parse(stdout) as {
      units: number;
      lost: number;
      problems: string[];
      milliseconds: number;
      megabytes: number;
    };
    const words = `${units} units\t${lost} lost\t${problems.join(', ') || 'no problems'}\t${milliseconds} ms\t${megabytes} MB`;
    return { words, units, lost, isRefused: false, isLost: lost > 0 };
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (code === 2)
      return { words: `refused: ${(stderr ?? '').trim()}`, units: 0, lost: 0, isRefused: true, isLost: false };
    return {
      words: `ended by itself (over ${SECONDS} s or ${MEGABYTES} MB, or a fault)`,
      units: 0,
      lost: 0,
      isRefused: false,
      isLost: true,
    };
  }
}

/** The last line: how many files, units and letters lost. */
export function summaryOf(lines: readonly CorpusLine[]): string {
  const sum = (pick: (line: CorpusLine) => number): number => lines.reduce((all, line) => all + pick(line), 0);
  return `${lines.length} files, ${sum(({ isRefused }) => (isRefused ? 1 : 0))} refused, ${sum(({ units }) => units)} units, ${sum(({ lost }) => lost)} letters lost in ${sum(({ isLost }) => (isLost ? 1 : 0))} files`;
}
