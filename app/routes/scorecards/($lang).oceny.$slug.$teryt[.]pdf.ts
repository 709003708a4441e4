import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { madeFileHandler } from '#app/http/handlers.server.ts';
import { publicUrl } from '#app/mail/absolute-url.server.ts';
import { scorecardPdf } from '#app/monitoring/press/document/scorecard-pdf.server.ts';
import { getScorecard } from '#app/monitoring/access/edition-queries.server.ts';

export const loader = madeFileHandler(async ({ request, db, params, url, locale }) => {
  const [slug, teryt] = [params.slug ?? '', params.teryt ?? ''];
  const card = await getScorecard(db, { slug, teryt, reader: await editionReader(request), issue: issueOf(url) });
  return fileResponse(
    await scorecardPdf(card, { origin: publicUrl(), locale }),
    'application/pdf',
    `${slug}-${teryt}.pdf`,
  );
});
