import { actAkn } from '#app/drafting/akn/act-akn.server.ts';
import { versionNumber } from '#app/drafting/acts/compared-versions.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { madeFileHandler } from '#app/http/handlers.server.ts';

/** `?poprawki=1` adds the open amendments. */
export const loader = madeFileHandler(async ({ params, url, db }) => {
  const { xml, name } = await actAkn(db, {
    slug: params.slug ?? '',
    version: versionNumber(url, 'wersja'),
    amendments: url.searchParams.get('poprawki') === '1',
  });
  return fileResponse(xml, 'application/akn+xml; charset=utf-8', name);
});
