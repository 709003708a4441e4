import { getAttachment } from '#app/drafting/attachments/get-attachment.server.ts';
import { strangersFile } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { getViewer } from '#app/http/session.server.ts';

/** A file that goes with a letter. */
export const loader = fileHandler(async ({ request, params, db }) =>
  strangersFile(
    await getAttachment(db, { viewer: await getViewer(request), slug: params.slug ?? '', id: params.id ?? '' }),
  ),
);
