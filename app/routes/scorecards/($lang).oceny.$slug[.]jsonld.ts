import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { publicUrl } from '#app/mail/absolute-url.server.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { getPublishedEdition } from '#app/monitoring/access/edition-queries.server.ts';
import { datasetNode } from '#app/monitoring/standards/dcat.ts';
import { toJsonLd } from '#app/publishing/rdf.ts';

/** The edition's record after DCAT-AP. */
export const loader = fileHandler(async ({ request, db, params, url }) => {
  const edition = await getPublishedEdition(db, {
    slug: params.slug ?? '',
    reader: await editionReader(request),
    issue: issueOf(url),
  });
  const nodes = [datasetNode({ ...edition, asked: issueOf(url) }, (path) => publicUrl() + path)];
  return fileResponse(canonicalJson(toJsonLd(nodes)), 'application/ld+json');
});
