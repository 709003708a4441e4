/** A page of the site, in Polish; the English one has the same address behind /en. */
export type SitePage = { path: string; /** Last change; null where it is not known. */ changedAt: Date | null };
export type SitemapPart = { name: string; changedAt: Date | null };

/** Pages of one part. Each stands there in both languages; the standard allows 50,000 addresses. */
export const pagesPerPart = 10_000;

/** robots.txt: everything public may be read; what is somebody's own is not worth a visit. */
export function robotsText(origin: string): string {
  const own = [
    'konto',
    'urzad',
    'zespol',
    'skrzynka',
    'logowanie',
    'rejestracja',
    'haslo',
    'potwierdz',
    'wyloguj',
    'embargo',
    'osadz',
  ];
  return [
    'User-agent: *',
    ...own.flatMap((name) => [`Disallow: /${name}`, `Disallow: /en/${name}`]),
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n');
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const xml = (text: string) => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
const changed = (date: Date | null) => (date ? `<lastmod>${date.toISOString()}</lastmod>` : '');

/** The list of parts. */
export function sitemapIndex(origin: string, parts: readonly SitemapPart[]): string {
  const rows = parts.map(
    (part) => `<sitemap><loc>${xml(`${origin}/sitemap/${part.name}.xml`)}</loc>${changed(part.changedAt)}</sitemap>`,
  );
  return `${head}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('\n')}\n</sitemapindex>\n`;
}

/** One part: every page in both languages, each naming the other. */
export function sitemapPart(origin: string, pages: readonly SitePage[]): string {
  const rows = pages.flatMap(({ path, changedAt }) => {
    const [pl, en] = [origin + path, `${origin}/en${path === '/' ? '' : path}`];
    const both = `<xhtml:link rel="alternate" hreflang="pl" href="${xml(pl)}"/><xhtml:link rel="alternate" hreflang="en" href="${xml(en)}"/>`;
    return [pl, en].map((address) => `<url><loc>${xml(address)}</loc>${changed(changedAt)}${both}</url>`);
  });
  return `${head}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${rows.join('\n')}\n</urlset>\n`;
}
