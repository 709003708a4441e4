import { publicUrl } from '#app/mail/absolute-url.server.ts';
import styles from '#app/styles/index.css?url';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { getIndicator } from '#app/monitoring/access/edition-queries.server.ts';
import { indicatorEmbedPage } from '#app/monitoring/press/embed-pages.server.tsx';

/** For frames in other people's pages: only what is released, whoever looks. */
export const loader = fileHandler(async ({ db, params, locale }) =>
  fileResponse(
    indicatorEmbedPage(
      { locale, styles, origin: publicUrl() },
      await getIndicator(db, { slug: params.slug ?? '', teryt: params.teryt ?? '', indicator: params.indicator ?? '' }),
    ),
    'text/html; charset=utf-8',
  ),
);
