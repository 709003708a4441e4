import { exportRemarks, remarksShape } from '#app/drafting/exchange/export-remarks.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { liveTable, tableResponse } from '#app/http/table-response.server.ts';

export const loader = fileHandler(async (context) => {
  const { db, params, url } = context;
  const slug = params.slug ?? '';
  const layout = url.searchParams.get('uklad') === 'pelny' ? 'full' : 'office';
  return tableResponse(context, await exportRemarks(db, { slug, layout }), {
    name: `${slug}-uwagi${layout === 'full' ? '-pelne' : ''}.csv`,
    facts: () => liveTable(remarksShape),
  });
});
