import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { svgToPng } from '#app/monitoring/charts/png.server.ts';
import { getEditionFile } from '#app/monitoring/access/edition-queries.server.ts';

export const loader = fileHandler(async ({ request, db, params, url, locale }) => {
  const { body } = await getEditionFile(db, {
    slug: params.slug ?? '',
    path: `${params.teryt ?? ''}.${locale}.svg`,
    reader: await editionReader(request),
    issue: issueOf(url),
  });
  return fileResponse(await svgToPng(new TextDecoder().decode(body)), 'image/png');
});
