import { plainText } from '#app/consultations/version-text.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { handler } from '#app/http/handlers.server.ts';

export const loader = handler(async ({ params, db }) => {
  const { text, name } = await plainText(db, params.slug ?? '');
  return fileResponse(text, 'text/plain; charset=utf-8', name);
});
