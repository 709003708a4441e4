import { runTask } from '#app/workers/run-task.server.ts';
import type { ImportDraft } from './get-import.server.ts';
import type { Review } from './import-lines.ts';
import type { PublicationPreview } from './publication-preview.ts';
import { previewText, reviewText } from './tasks.server.ts';

type Source = Pick<ImportDraft, 'source' | 'overrides'>;

/** Everything the review page shows about an import with its corrections. */
export function reviewImport({ source, overrides }: Source): Promise<Omit<Review, 'act'>> {
  return runTask(reviewText, { source, overrides });
}

/** What publishing the import would give. */
export function previewImport({ source, overrides }: Source): Promise<PublicationPreview> {
  return runTask(previewText, { source, overrides });
}
