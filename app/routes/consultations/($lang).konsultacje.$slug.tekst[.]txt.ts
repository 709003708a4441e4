import { versionNumber } from '#app/drafting/acts/compared-versions.ts';
import { plainText } from '#app/drafting/acts/version-text.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';

export const loader = fileHandler(async ({ params, url, db }) => {
  const { text, name } = await plainText(db, { slug: params.slug ?? '', version: versionNumber(url, 'wersja') });
  return fileResponse(text, 'text/plain; charset=utf-8', name);
});
