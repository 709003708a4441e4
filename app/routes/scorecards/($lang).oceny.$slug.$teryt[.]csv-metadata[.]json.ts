import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { getScorecard } from '#app/monitoring/access/edition-queries.server.ts';
import { scorecardCsvw } from '#app/monitoring/standards/csvw.ts';

export const loader = fileHandler(async ({ request, db, params, url, locale }) => {
  const card = await getScorecard(db, {
    slug: params.slug ?? '',
    teryt: params.teryt ?? '',
    reader: await editionReader(request),
    issue: issueOf(url),
  });
  return fileResponse(
    canonicalJson(scorecardCsvw({ ...card, asked: issueOf(url) }, locale)),
    'application/csvm+json; charset=utf-8',
  );
});
