import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { publicUrl } from '#app/mail/absolute-url.server.ts';
import { listParts } from '#app/openness/site-pages.server.ts';
import { sitemapIndex } from '#app/openness/sitemap.ts';

export const loader = fileHandler(async ({ db }) =>
  fileResponse(sitemapIndex(publicUrl(), await listParts(db, new Date())), 'application/xml; charset=utf-8'),
);
