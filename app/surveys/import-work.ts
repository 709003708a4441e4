import type { Definition } from './definition.ts';
import { guessTargets, judgeImport, readTable, type ImportMapping, type JudgedImport } from './import-table.ts';

type Viewing = { source: string; definition: Definition; mapping: ImportMapping | null };
export type ViewedAnswers =
  | { ok: true; mapping: ImportMapping; judged: JudgedImport }
  | { ok: false; error: 'not-table' | 'no-rows' | 'too-many-rows' | 'too-many-columns' };

/** A file of answers as it is taken by a mapping; by what the headings say while there is none. */
export function viewAnswers({ source, definition, mapping: said }: Viewing): ViewedAnswers {
  const read = readTable(source);
  if (!read.ok) return read;
  const mapping = said ?? { targets: guessTargets(definition, read.table.head), values: {} };
  return { ok: true, mapping, judged: judgeImport({ definition, table: read.table, mapping }) };
}
