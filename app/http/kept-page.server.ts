import type { Request, Response } from 'express';
import { dayOf, formatDateTime, formatTime } from '#app/i18n/dates.ts';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';

export type KeptPage = {
  status: number;
  headers: [string, string][];
  body: Buffer;
  /** When it was made or last confirmed. */ at: Date;
};

/** Answers with a page from memory while the database is away, and says of which time it is: on the page, or in a header of a file. */
export function answerKept(request: Request, response: Response, { status, headers, body, at }: KeptPage): void {
  const shown = headers.filter(([name]) => !/^(etag|cache-control|last-modified|expires|x-request-id)$/i.test(name));
  const isPage = shown.some(([name, value]) => /^content-type$/i.test(name) && value.startsWith('text/html'));
  response.writeHead(status, {
    ...Object.fromEntries(shown),
    'Cache-Control': 'no-store',
    Age: String(Math.max(0, Math.round((Date.now() - at.getTime()) / 1000))),
    Warning: '111 - "Revalidation Failed"',
  });
  response.end(
    request.method === 'HEAD' ? undefined : isPage ? withNote(body.toString('utf8'), noteOf(request.path, at)) : body,
  );
}

function noteOf(path: string, at: Date): string {
  const locale = localeOfPath(path);
  const time = dayOf(at) === dayOf(new Date()) ? formatTime(locale, at) : formatDateTime(locale, at);
  return `<div class="page notice-line"><div class="notice notice--warn" role="status"><p>${translate(locale, 'unavailable.kept', { time })}</p></div></div>`;
}

/** At the head of the main part; in front of everything where a page has none. */
function withNote(html: string, note: string): string {
  const main = html.indexOf('<main');
  const at = main === -1 ? 0 : html.indexOf('>', main) + 1;
  return html.slice(0, at) + note + html.slice(at);
}
