import type { Db } from '#app/db/client.server.ts';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { requireOffice } from '../register/require-office.server.ts';
import { viewImportedTable } from './tasks.server.ts';
import type { ImportViewResult } from './import-form.ts';

type Asked = { viewer: Viewer; slug: string; source: string; values: Readonly<Record<string, readonly string[]>> };

/** What a table would give the register, without writing anything; for officials of the municipality. */
export async function readImport(db: Db, { viewer, slug, source, values }: Asked): Promise<ImportViewResult> {
  await requireOffice(db, { viewer, slug });
  await requireLimit(db, 'office-preview', { person: viewer.id });
  return runTask(viewImportedTable, { source, values });
}
