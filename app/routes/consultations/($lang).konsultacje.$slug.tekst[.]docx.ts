import { draftFile } from '#app/drafting/word/word-files.server.ts';
import { versionNumber } from '#app/drafting/acts/compared-versions.ts';
import { wordResponse } from '#app/http/files.server.ts';
import { madeFileHandler } from '#app/http/handlers.server.ts';

export const loader = madeFileHandler(async ({ params, url, db }) =>
  wordResponse(
    await draftFile(db, { slug: params.slug ?? '', version: versionNumber(url, 'wersja'), now: new Date() }),
  ),
);
