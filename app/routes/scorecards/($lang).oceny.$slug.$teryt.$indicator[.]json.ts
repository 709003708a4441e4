import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { getIndicator } from '#app/monitoring/access/edition-queries.server.ts';
import { withCoveredNote } from '#app/monitoring/covered-note.ts';

/** One indicator of a card, with the card's hash to check it against. */
export const loader = fileHandler(async ({ request, db, params, url }) => {
  const found = await getIndicator(db, {
    slug: params.slug ?? '',
    teryt: params.teryt ?? '',
    indicator: params.indicator ?? '',
    reader: await editionReader(request),
    issue: issueOf(url),
  });
  const { document, hash, isCovered, indicator, shown } = found;
  const { edition, municipality, corrections } = document;
  const own = corrections.filter((note) => note.indicator === indicator.id);
  return fileResponse(
    canonicalJson(
      withCoveredNote(
        { edition, issue: shown.issue, municipality, indicator, corrections: own, scorecardSha256: hash },
        isCovered,
      ),
    ),
    'application/json; charset=utf-8',
  );
});
