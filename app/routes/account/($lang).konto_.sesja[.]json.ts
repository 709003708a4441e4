import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { getViewer } from '#app/http/session.server.ts';
import { sessionLeft } from '#app/http/session-left.server.ts';

/** How long the session of this browser still goes on; with `?dluzej=1` it is used, and goes on for longer. */
export const loader = fileHandler(async ({ request, url }) => {
  if (url.searchParams.get('dluzej') === '1') await getViewer(request);
  const left = await sessionLeft(request);
  const file = fileResponse(JSON.stringify(left ?? { seconds: 0, most: 0 }), 'application/json; charset=utf-8');
  file.headers.set('Cache-Control', 'private, no-store');
  return file;
});
