/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';
import type { TableShape } from './table-shape.ts';

export const writeTableRows = heavyWork('write-table', async () => (await import('./write-csv.ts')).csvRows);

export const writeWorkbook = heavyWork('write-workbook', async () => (await import('./write-xlsx.ts')).writeXlsx);

export const writeExcelCsv = heavyWork('write-excel-csv', async () => {
  const { toExcelCsv } = await import('./write-csv.ts');
  return ({ csv, shape }: { csv: string; shape: TableShape }) => toExcelCsv(csv, shape);
});
