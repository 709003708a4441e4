import type { TableShape } from '#app/publishing/csv/table-shape.ts';
import { csvHead } from '#app/publishing/csv/write-csv.ts';
import { writeRows } from '#app/publishing/csv/write-table.server.ts';
import type { Translate } from '#app/i18n/translate.ts';
import type { OpenReport } from './open-report.ts';
import { authorWords, channelWords, decisionWords, operationWords, reasonWords, unitWords } from './report-words.ts';

/** The table of remarks as CSV (RFC 4180, UTF-8 with a byte order mark), batch by batch. */
export async function* reportCsv(report: OpenReport, t: Translate): AsyncGenerator<string> {
  const head = (
    [
      'lp',
      'received',
      'number',
      'filing',
      'channel',
      'author',
      'unit',
      'words',
      'proposal',
      'decision',
      'reason',
      'ruled',
      'version',
      'group',
    ] as const
  ).map((name) => t(`report.csv.${name}`));
  yield csvHead(head);
  for await (const lines of report.batches()) {
    const rows = lines.map((line) => [
      line.lp,
      line.receivedOn,
      line.number,
      line.filing,
      channelWords(t, line.channel),
      authorWords(t, line),
      unitWords(t, line),
      line.words,
      line.operations.map((operation) => operationWords(t, operation)).join('\n'),
      decisionWords(t, line),
      reasonWords(t, line),
      line.ruling?.madeOn ?? null,
      line.ruling?.version ?? null,
      line.group,
    ]);
    yield await writeRows(rows);
  }
}

export function reportShape(t: Translate): TableShape {
  return {
    figures: (['lp', 'number', 'filing', 'version', 'group'] as const).map((name) => t(`report.csv.${name}`)),
    days: (['received', 'ruled'] as const).map((name) => t(`report.csv.${name}`)),
  };
}
