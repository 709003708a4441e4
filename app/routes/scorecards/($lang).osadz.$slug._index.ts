import { publicUrl } from '#app/mail/absolute-url.server.ts';
import styles from '#app/styles/index.css?url';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { getPublishedEdition } from '#app/monitoring/access/edition-queries.server.ts';
import { editionEmbedPage } from '#app/monitoring/press/embed-pages.server.tsx';

/** For frames in other people's pages: only what is released, whoever looks. */
export const loader = fileHandler(async ({ db, params, locale }) =>
  fileResponse(
    editionEmbedPage(
      { locale, styles, origin: publicUrl() },
      await getPublishedEdition(db, { slug: params.slug ?? '' }),
    ),
    'text/html; charset=utf-8',
  ),
);
