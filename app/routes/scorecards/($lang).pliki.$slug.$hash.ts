import { fileHandler } from '#app/http/handlers.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { getViewer } from '#app/http/session.server.ts';
import { getStoredFile } from '#app/monitoring/fieldwork/get-file.server.ts';

/** A stored capture. It was made by strangers: it is saved, never shown as a page of ours, and runs nothing. */
export const loader = fileHandler(async ({ request, params, db }) => {
  const file = await getStoredFile(db, {
    viewer: await getViewer(request),
    slug: params.slug ?? '',
    hash: params.hash ?? '',
  });
  const response = fileResponse(file.bytes, file.type, file.name);
  response.headers.set('Content-Security-Policy', "default-src 'none'; sandbox");
  response.headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  return response;
});
