import { AppError } from '#app/errors/app-error.ts';
import { readForm } from '#app/http/body.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { codesCsv } from '#app/surveys/codes-page.server.ts';

export const loader = handler(async () => {
  throw notFound('codes are handed out once');
});

/** The codes that were just made, as a table for whoever prints the letters. Nothing is kept: they come back from the page itself. */
export const action = handler(async ({ request, db, params, to }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const codes = (await readForm(request)).get('codes');
  if (typeof codes !== 'string' || codes.length > 100_000) throw new AppError('bad-request', 'no codes');
  const csv = await codesCsv(db, { viewer, slug, codes: codes.split(' '), address: absoluteUrl(to.survey(slug)) });
  return fileResponse(csv, 'text/csv; charset=utf-8', `kody-${slug}.csv`);
});
