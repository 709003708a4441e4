import { nextTurn } from '#app/workers/next-turn.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { csvHead, type CsvCell } from './write-csv.ts';
import { writeTableRows } from './tasks.server.ts';

/** Rows that are written in one turn. */
const batch = 500;

/** A whole table as CSV (see `toCsv`), in turns: other requests are answered in between, and cells full of strangers' words are written on a thread. */
export async function writeTable(head: readonly string[], rows: readonly (readonly CsvCell[])[]): Promise<string> {
  const pieces = [csvHead(head)];
  for (let from = 0; from < rows.length; from += batch) {
    if (from > 0) await nextTurn();
    pieces.push(await writeRows(rows.slice(from, from + batch)));
  }
  return pieces.join('');
}

/** Further rows of a table that is written piece by piece. */
export function writeRows(rows: readonly (readonly CsvCell[])[]): Promise<string> {
  return runTask(writeTableRows, rows);
}
