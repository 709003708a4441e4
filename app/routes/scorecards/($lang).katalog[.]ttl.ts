import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { publicUrl } from '#app/mail/absolute-url.server.ts';
import { listIssues } from '#app/monitoring/access/edition-queries.server.ts';
import { catalogueNodes } from '#app/monitoring/standards/dcat.ts';
import { toTurtle } from '#app/publishing/rdf.ts';

/** All released editions as one catalogue after DCAT-AP. */
export const loader = fileHandler(async ({ db }) => {
  const nodes = catalogueNodes(await listIssues(db), (path) => publicUrl() + path);
  return fileResponse(toTurtle(nodes), 'text/turtle; charset=utf-8');
});
