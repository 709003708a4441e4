import { publicUrl } from '#app/mail/absolute-url.server.ts';
import styles from '#app/styles/index.css?url';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { getScorecard } from '#app/monitoring/access/edition-queries.server.ts';
import { cardEmbedPage } from '#app/monitoring/press/embed-pages.server.tsx';

/** For frames in other people's pages: only what is released, whoever looks. */
export const loader = fileHandler(async ({ db, params, locale }) =>
  fileResponse(
    cardEmbedPage(
      { locale, styles, origin: publicUrl() },
      await getScorecard(db, { slug: params.slug ?? '', teryt: params.teryt ?? '' }),
    ),
    'text/html; charset=utf-8',
  ),
);
