import type { Db } from '#app/db/client.server.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { fileOf, getPublishedEdition, type EditionRequest } from '../access/edition-queries.server.ts';
import type { PublishedEdition } from '../access/edition-queries.server.ts';
import type { CodingsDocument } from '../publication/codings-file.ts';
import { variantsOfEdition } from './draw-tasks.server.ts';
import type { EditionVariants } from './edition-variants.ts';

/** An issue with all other ways to count it; computed on a thread once for everybody who asks for the same issue. */
export async function variantsPage(
  db: Db,
  request: EditionRequest,
): Promise<PublishedEdition & { variants: EditionVariants }> {
  const published = await getPublishedEdition(db, request);
  const { manifest, manifestHash } = published;
  const variants = await runTask(
    variantsOfEdition,
    async () => ({ manifest, manifestHash, codings: await codingsOf(db, published) }),
    manifestHash,
  );
  return { ...published, variants };
}

async function codingsOf(db: Db, published: PublishedEdition): Promise<CodingsDocument | null> {
  const path = 'codings.json';
  if (published.manifest.files[path] === undefined) return null;
  return JSON.parse(new TextDecoder().decode((await fileOf(db, published, path)).body)) as CodingsDocument;
}
