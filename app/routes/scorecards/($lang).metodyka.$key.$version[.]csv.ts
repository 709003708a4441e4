import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { getMethodology } from '#app/monitoring/access/methodologies.server.ts';
import { methodologyCsv } from '#app/monitoring/methodology/methodology-csv.ts';

export const loader = fileHandler(async ({ db, params, locale }) => {
  const [key, version] = [params.key ?? '', params.version ?? ''];
  const { methodology } = await getMethodology(db, { key, version });
  return fileResponse(methodologyCsv(methodology, locale), 'text/csv; charset=utf-8', `${key}-${version}.csv`);
});
