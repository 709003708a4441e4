import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { scorecardCsv } from '#app/monitoring/csv.ts';
import { getIndicator } from '#app/monitoring/edition-queries.server.ts';

export const loader = handler(async ({ request, db, params, url, locale }) => {
  const found = await getIndicator(db, {
    slug: params.slug ?? '', teryt: params.teryt ?? '', indicator: params.indicator ?? '', reader: await editionReader(request), issue: issueOf(url),
  });
  const { document, hash, indicator } = found;
  return fileResponse(scorecardCsv(document, hash, locale, [indicator]), 'text/csv; charset=utf-8', { name: `${document.edition.slug}-${document.municipality.teryt}-${indicator.id}.csv` });
});
