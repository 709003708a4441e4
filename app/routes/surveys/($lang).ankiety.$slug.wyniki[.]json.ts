import { fileHandler } from '#app/http/handlers.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { askedVersion } from '#app/surveys/asked-version.ts';
import { resultsJson } from '#app/surveys/results-files.server.ts';

export const loader = fileHandler(async ({ db, params, url }) => {
  const version = askedVersion(url.searchParams);
  const document = await resultsJson(db, { slug: params.slug ?? '', version, now: new Date() });
  return fileResponse(JSON.stringify(document), 'application/json; charset=utf-8');
});
