import { fileHandler } from '#app/http/handlers.server.ts';
import { fileResponse } from '#app/http/files.server.ts';

import { askedVersion } from '#app/surveys/asked-version.ts';
import { questionChart } from '#app/surveys/chart.server.tsx';

export const loader = fileHandler(async ({ db, params, url, locale }) => {
  const version = askedVersion(url.searchParams);
  const svg = questionChart(db, {
    slug: params.slug ?? '',
    question: params.question ?? '',
    version,
    locale,
    now: new Date(),
  });
  return fileResponse(await svg, 'image/svg+xml; charset=utf-8');
});
