import { versionNumber } from '#app/drafting/acts/compared-versions.ts';
import { versionPdf } from '#app/drafting/unified/text-pdf.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { madeFileHandler } from '#app/http/handlers.server.ts';

export const loader = madeFileHandler(async ({ params, url, db, locale }) => {
  const { bytes, name } = await versionPdf(db, {
    slug: params.slug ?? '',
    version: versionNumber(url, 'wersja'),
    locale,
  });
  return fileResponse(bytes, 'application/pdf', name);
});
