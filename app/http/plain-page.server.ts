import type { Request, Response } from 'express';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { requestIdHeader } from './request-name.server.ts';

/** A page for failures before Remix: words only, and never a stack trace. */
export function plainPage(request: Request, response: Response, status: 400 | 403 | 404 | 405 | 500 | 503 | 507): void {
  const locale = localeOfPath(request.path);
  // Before Remix only the database can be away; what is busy is told by its page.
  const page = status === 503 ? ('unavailable' as const) : (`page.${status}` as const);
  const title = translate(locale, `${page}.title`);
  const text = translate(locale, `${page}.text`);
  response.status(status).type('html').set('Cache-Control', 'no-store');
  const name =
    status >= 500
      ? `<p>${translate(locale, 'page.request-id', { id: String(response.getHeader(requestIdHeader)) })}</p>`
      : '';
  response.send(
    `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${text}</p>${name}</html>`,
  );
}

/** For whoever sets the program up: it is not known under the name it was asked by, in both languages and without that name. */
export function unknownHostPage(response: Response): void {
  const part = (locale: 'pl' | 'en') =>
    `<section lang="${locale}"><h1>${translate(locale, 'page.421.title')}</h1><p>${translate(locale, 'page.421.text')}</p><p><code>PUBLIC_URL=https://prawo.gmina.example</code></p></section>`;
  response.status(421).type('html').set('Cache-Control', 'no-store');
  response.send(
    `<!doctype html><html lang="pl"><meta charset="utf-8"><title>${translate('pl', 'page.421.title')}</title>${part('pl')}${part('en')}</html>`,
  );
}
