import type { Locale } from '#app/i18n/locale.ts';
import type { Paths } from '#app/i18n/paths.ts';

export type SocialPage = {
  title: string;
  description: string;
  /** Full addresses: other sites read them. */
  url: string;
  picture: { url: string; alt: string } | null;
  locale: Locale;
  type: 'article' | 'website';
  /** Files that tell the same in another form, each with its media type. */
  alternates?: readonly { type: string; href: string; title: string }[];
  jsonLd?: Record<string, unknown>;
};

export type MetaTag =
  | { title: string }
  | { name: string; content: string }
  | { property: string; content: string }
  | { tagName: 'link'; rel: string; type: string; href: string; title: string }
  | { 'script:ld+json': Record<string, unknown> };

/** Width and height of every picture for other sites. */
export const pictureSize = { width: 1200, height: 630 } as const;

/** What other sites, feed readers and search engines read in the head of a page. */
export function socialMeta(page: SocialPage): MetaTag[] {
  const og = (property: string, content: string) => ({ property: `og:${property}`, content });
  return [
    { title: `${page.title} – Paragraf` },
    { name: 'description', content: page.description },
    og('site_name', 'Paragraf'),
    og('type', page.type),
    og('title', page.title),
    og('description', page.description),
    og('url', page.url),
    og('locale', page.locale === 'pl' ? 'pl_PL' : 'en_GB'),
    og('locale:alternate', page.locale === 'pl' ? 'en_GB' : 'pl_PL'),
    ...(page.picture
      ? [
          og('image', page.picture.url),
          og('image:type', 'image/png'),
          og('image:width', String(pictureSize.width)),
          og('image:height', String(pictureSize.height)),
          og('image:alt', page.picture.alt),
          { name: 'twitter:card', content: 'summary_large_image' },
        ]
      : []),
    ...(page.alternates ?? []).map((alternate) => ({ tagName: 'link' as const, rel: 'alternate', ...alternate })),
    ...(page.jsonLd ? [{ 'script:ld+json': page.jsonLd }] : []),
  ];
}

/** Link to what another site needs to show a page as a frame. */
export function embedLink({ origin, path, title }: { origin: string; path: string; title: string }) {
  const query = new URLSearchParams({ url: origin + path, format: 'json' });
  return { type: 'application/json+oembed', href: `${origin}/oembed?${query}`, title };
}

/** Links of a list of feeds, for pages about many things. */
export function feedLinks(links: readonly { href: string; title: string }[]): MetaTag[] {
  return links.map((link) => ({ tagName: 'link', rel: 'alternate', type: 'application/atom+xml', ...link }));
}

export type ConsultationForMeta = {
  slug: string;
  title: string;
  summary: string;
  teryt: string;
  municipality: string;
  publishedAt: Date;
  versionAt: Date;
  opensAt: Date;
  closesAt: Date;
};

type Place = { origin: string; to: Paths; locale: Locale; atom: string; calendar: string; status: string };

/** Head of the page of a consultation. */
export function consultationMeta(
  facts: ConsultationForMeta,
  { origin, to, locale, atom, calendar, status }: Place,
): MetaTag[] {
  const at = (path: string) => origin + path;
  const url = at(to.consultation(facts.slug));
  return socialMeta({
    title: facts.title,
    description: facts.summary || `${facts.municipality}: ${status}`,
    url,
    locale,
    type: 'article',
    picture: { url: at(to.consultationPicture(facts.slug)), alt: `${facts.municipality}. ${facts.title}. ${status}` },
    alternates: [
      { type: 'application/atom+xml', href: to.feed(facts.slug), title: atom },
      { type: 'text/calendar', href: to.calendar(facts.slug), title: calendar },
      {
        type: 'application/json',
        href: `/api/v1/consultations/${encodeURIComponent(facts.slug)}?lang=${locale}`,
        title: 'JSON',
      },
    ],
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'Legislation',
      '@id': url,
      url,
      name: facts.title,
      inLanguage: 'pl',
      legislationLegalForce: 'https://schema.org/NotInForce',
      ...(facts.summary ? { abstract: facts.summary } : {}),
      datePublished: facts.publishedAt.toISOString(),
      dateModified: facts.versionAt.toISOString(),
      legislationJurisdiction: {
        '@type': 'AdministrativeArea',
        name: facts.municipality,
        identifier: facts.teryt,
        url: at(to.municipality(facts.teryt)),
      },
      encoding: { '@type': 'MediaObject', encodingFormat: 'text/plain', contentUrl: at(to.textFile(facts.slug)) },
      potentialAction: {
        '@type': 'CommentAction',
        target: at(to.draft(facts.slug)),
        startTime: facts.opensAt.toISOString(),
        endTime: facts.closesAt.toISOString(),
      },
    },
  });
}
