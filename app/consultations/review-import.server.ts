import { runTask, type TaskOutput } from '#app/workers/run-task.server.ts';
import type { ImportDraft } from './get-import.server.ts';

type Source = Pick<ImportDraft, 'source' | 'overrides'>;

/** Everything the review page shows about an import with its corrections. */
export function reviewImport({ source, overrides }: Source): Promise<TaskOutput<'review-text'>> {
  return runTask('review-text', { source, overrides });
}

/** What publishing the import would give. */
export function previewImport({ source, overrides }: Source): Promise<TaskOutput<'preview-text'>> {
  return runTask('preview-text', { source, overrides });
}
