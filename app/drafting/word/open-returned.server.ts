import type { Db } from '#app/db/client.server.ts';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import type { ReadFileResult } from './read-file.server.ts';
import { readWordChanges } from './tasks.server.ts';

/** Reads a file that came back, within the bounds of work for files of strangers. Throws AppError: too-many, busy, too-much-work. */
export async function openReturned(
  db: Db,
  { viewer, bytes }: { viewer: Viewer; bytes: Uint8Array },
): Promise<ReadFileResult> {
  await requireLimit(db, 'upload', { person: viewer.id });
  return runTask(readWordChanges, bytes);
}
