import { runTask } from '#app/workers/run-task.server.ts';
import type { ReadFileResult } from './read-file.server.ts';

/** Reads a file that came back, within the bounds of work for files of strangers. */
export function openReturned(bytes: Uint8Array): Promise<ReadFileResult> {
  return runTask('read-word-changes', bytes);
}
