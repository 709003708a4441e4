import { runTask } from '#app/workers/run-task.server.ts';
import type { TableShape } from './table-shape.ts';
import { writeExcelCsv, writeWorkbook } from './tasks.server.ts';
import type { Workbook } from './write-xlsx.ts';

/** One of our CSVs as a workbook. */
export async function makeWorkbook(workbook: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await runTask(writeWorkbook, workbook));
}

/** One of our CSVs as a spreadsheet with Polish settings opens it by itself. */
export function makeExcelCsv(csv: string, shape: TableShape): Promise<string> {
  return runTask(writeExcelCsv, { csv, shape });
}
