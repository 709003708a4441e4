import { frozenText } from '#app/drafting/unified/unified-page.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';

export const loader = fileHandler(async ({ params, url, db }) => {
  const asked = url.searchParams.get('wersja') ?? '';
  const { text, name } = await frozenText(db, {
    slug: params.slug ?? '',
    version: /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : null,
  });
  return fileResponse(text, 'text/plain; charset=utf-8', name);
});
