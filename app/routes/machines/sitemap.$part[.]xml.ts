import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { publicUrl } from '#app/mail/absolute-url.server.ts';
import { partPages } from '#app/openness/site-pages.server.ts';
import { sitemapPart } from '#app/openness/sitemap.ts';

export const loader = fileHandler(async ({ db, params }) =>
  fileResponse(
    sitemapPart(publicUrl(), await partPages(db, { name: params.part ?? '', now: new Date() })),
    'application/xml; charset=utf-8',
  ),
);
