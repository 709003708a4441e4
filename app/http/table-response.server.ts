import { dayOf } from '#app/i18n/dates.ts';
import { requireReadLimit } from '#app/limits/take-limit.server.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { makeExcelCsv, makeWorkbook } from '#app/publishing/csv/make-sheet.server.ts';
import { isTableFormat, type TableShape } from '#app/publishing/csv/table-shape.ts';
import { fileResponse, streamResponse } from './files.server.ts';
import type { Context } from './handlers.server.ts';

const csvType = 'text/csv; charset=utf-8';
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a sheet says of a table besides its rows. `day` is the one its figures are of. */
export type TableFacts = { shape: TableShape; licence: string; day: string };

/** Facts of a table that is of today. */
export function liveTable(shape: TableShape, licence = 'CC BY 4.0'): TableFacts {
  return { shape, licence, day: dayOf(new Date()) };
}

type Table = {
  /** Name of the file, with the ending of CSV. */
  name: string;
  /** Value of a Link header, which leads from the CSV to its description. */
  link?: string;
  /** Asked for another form than CSV alone. */
  facts: () => TableFacts | Promise<TableFacts>;
};

/** A table in the form the address asks for: our CSV to the byte, a workbook, or CSV as Excel with Polish settings opens it. */
export async function tableResponse(
  { db, url, t }: Context,
  csv: string | Uint8Array<ArrayBuffer> | AsyncGenerator<string>,
  { name, link, facts }: Table,
): Promise<Response> {
  const format = url.searchParams.get('format');
  if (!isTableFormat(format))
    return typeof csv === 'string' || csv instanceof Uint8Array
      ? fileResponse(csv, csvType, { name, ...(link ? { link } : {}) })
      : streamResponse(csv, csvType, name);
  await requireReadLimit(db, 'heavy-file');
  const [{ shape, licence, day }, words] = [await facts(), await wholeText(csv)];
  const base = name.replace(/\.csv$/, '');
  if (format === 'excel') return fileResponse(await makeExcelCsv(words, shape), csvType, `${base}-excel.csv`);
  const source = new URL(absoluteUrl(url.pathname + url.search));
  source.searchParams.delete('format');
  const workbook = {
    csv: words,
    shape,
    sheets: { table: t('sheet.table'), notes: t('sheet.notes') },
    notes: [
      [t('sheet.source'), source.href],
      [t('sheet.licence'), licence],
      [t('sheet.day'), day],
      [t('sheet.cells'), t('sheet.cells-note')],
    ],
    cut: t('sheet.cut'),
  } as const;
  return fileResponse(await makeWorkbook(workbook), xlsxType, `${base}.xlsx`);
}

async function wholeText(csv: string | Uint8Array | AsyncGenerator<string>): Promise<string> {
  if (typeof csv === 'string') return csv;
  if (csv instanceof Uint8Array) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv);
  let text = '';
  for await (const piece of csv) text += piece;
  return text;
}
