import { askedLetters } from '#app/drafting/register/asked-letters.ts';
import { lettersPdf } from '#app/drafting/register/letters-pdf.server.ts';
import { loadLettersToPrint } from '#app/drafting/register/letters-to-print.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';

export const loader = fileHandler(async ({ request, params, url, db }) => {
  const viewer = await requireOfficial(request);
  const list = await loadLettersToPrint(db, { viewer, slug: params.slug ?? '', ...askedLetters(url) });
  if (list.letters.length === 0) throw notFound('no letters to print');
  return fileResponse(await lettersPdf(list, new Date()), 'application/pdf', `listy-${list.slug}.pdf`);
});
