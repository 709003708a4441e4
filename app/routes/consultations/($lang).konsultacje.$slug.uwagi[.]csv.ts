import { exportRemarks } from '#app/drafting/exchange/export-remarks.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';

export const loader = fileHandler(async ({ db, params, url }) => {
  const slug = params.slug ?? '';
  const layout = url.searchParams.get('uklad') === 'pelny' ? 'full' : 'office';
  return fileResponse(
    await exportRemarks(db, { slug, layout }),
    'text/csv; charset=utf-8',
    `${slug}-uwagi${layout === 'full' ? '-pelne' : ''}.csv`,
  );
});
