import { fileHandler } from '#app/http/handlers.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { askedVersion } from '#app/surveys/asked-version.ts';
import { resultsCsvw } from '#app/surveys/results-files.server.ts';

export const loader = fileHandler(async ({ db, params, url, locale }) => {
  const version = askedVersion(url.searchParams);
  const described = await resultsCsvw(db, { slug: params.slug ?? '', version, locale, now: new Date() });
  return fileResponse(JSON.stringify(described), 'application/csvm+json; charset=utf-8');
});
