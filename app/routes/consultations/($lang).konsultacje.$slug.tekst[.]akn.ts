import { actAkn, adoptedAkn } from '#app/drafting/akn/act-akn.server.ts';
import { versionNumber } from '#app/drafting/acts/compared-versions.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { madeFileHandler } from '#app/http/handlers.server.ts';

/** `?poprawki=1` adds the open amendments, `?uchwala=1` is what the council adopted. */
export const loader = madeFileHandler(async ({ params, url, db }) => {
  const slug = params.slug ?? '';
  const { xml, name } =
    url.searchParams.get('uchwala') === '1'
      ? await adoptedAkn(db, slug)
      : await actAkn(db, {
          slug,
          version: versionNumber(url, 'wersja'),
          amendments: url.searchParams.get('poprawki') === '1',
        });
  return fileResponse(xml, 'application/akn+xml; charset=utf-8', name);
});
