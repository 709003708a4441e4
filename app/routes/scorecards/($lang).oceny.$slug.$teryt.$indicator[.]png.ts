import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { indicatorSvg } from '#app/monitoring/charts/indicator-svg.server.tsx';
import { svgToPng } from '#app/monitoring/charts/png.server.ts';
import { getIndicator } from '#app/monitoring/access/edition-queries.server.ts';

export const loader = fileHandler(async ({ request, db, params, url, locale }) => {
  const found = await getIndicator(db, {
    slug: params.slug ?? '',
    teryt: params.teryt ?? '',
    indicator: params.indicator ?? '',
    reader: await editionReader(request),
    issue: issueOf(url),
  });
  return fileResponse(await svgToPng(indicatorSvg({ ...found, locale })), 'image/png');
});
