import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { requireViewer } from '#app/http/session.server.ts';
import { ownData } from '#app/account/own-data.server.ts';

export const loader = fileHandler(async ({ request, db }) => {
  const file = fileResponse(
    await ownData(db, { viewer: await requireViewer(request) }),
    'application/json; charset=utf-8',
    'moje-dane.json',
  );
  file.headers.set('Cache-Control', 'private, no-store');
  return file;
});
