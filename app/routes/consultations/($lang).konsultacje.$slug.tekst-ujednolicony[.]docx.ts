import { unifiedFile } from '#app/drafting/word/word-files.server.ts';
import { wordResponse } from '#app/http/files.server.ts';
import { madeFileHandler } from '#app/http/handlers.server.ts';

export const loader = madeFileHandler(async ({ params, db }) =>
  wordResponse(await unifiedFile(db, { slug: params.slug ?? '', now: new Date() })),
);
