import { absoluteUrl } from '#app/mail/absolute-url.server.ts';

/** Parts of an address that make another page; everything else (order, notices, where to go next) shows the same one. */
const telling = ['strona', 'od', 'do', 'nr', 'wydanie', 'wersja'];

/** The one address of a page, whatever else stands in it. The host is that of PUBLIC_URL: a request's own could be anybody's. */
export function canonicalAddress(path: string, params: URLSearchParams): string {
  const kept = telling.flatMap((name): [string, string][] =>
    params.get(name) ? [[name, params.get(name) ?? '']] : [],
  );
  return absoluteUrl(path) + (kept.length > 0 ? `?${new URLSearchParams(kept)}` : '');
}
