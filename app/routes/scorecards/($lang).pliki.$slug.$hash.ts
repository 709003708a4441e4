import { fileHandler } from '#app/http/handlers.server.ts';
import { strangersFile } from '#app/http/files.server.ts';
import { getViewer } from '#app/http/session.server.ts';
import { getStoredFile } from '#app/monitoring/fieldwork/get-file.server.ts';

/** A stored capture. */
export const loader = fileHandler(async ({ request, params, db }) =>
  strangersFile(
    await getStoredFile(db, {
      viewer: await getViewer(request),
      slug: params.slug ?? '',
      hash: params.hash ?? '',
    }),
  ),
);
