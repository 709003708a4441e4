import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { localeOfPath, pathInLocale, type Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator } from '#app/i18n/translate.ts';
import { absoluteUrl, publicUrl } from '#app/mail/absolute-url.server.ts';
import { getPublishedEdition, getScorecard } from '#app/monitoring/access/edition-queries.server.ts';
import { embedCode, embedSize } from '#app/monitoring/press/embed-code.ts';
import { pictureSize } from './social-meta.ts';

export type OEmbed = {
  version: '1.0';
  type: 'rich';
  provider_name: string;
  provider_url: string;
  title: string;
  author_name: string;
  html: string;
  width: number;
  height: number;
  cache_age: number;
  thumbnail_url: string;
  thumbnail_width: number;
  thumbnail_height: number;
};

const day = 86_400;

/** How another site may show an edition, a scorecard or one of its indicators (oembed.com). Throws not found for any other address. */
export async function oEmbed(
  db: Db,
  request: { url: string; maxWidth: number | null; maxHeight: number | null },
): Promise<OEmbed> {
  const url = URL.canParse(request.url) ? new URL(request.url) : null;
  if (!url || url.origin !== new URL(publicUrl()).origin) throw notFound('not one of our addresses');
  const locale = localeOfPath(url.pathname);
  const match = /^\/oceny\/([^/]+)(?:\/(\d{7})(?:\/([A-Z]\d{1,3}))?)?\/?$/.exec(pathInLocale(url.pathname, 'pl'));
  const slug = match?.[1] && decoded(match[1]);
  if (!slug) throw notFound('nothing that can be shown');
  const { title, team, embed, picture } = await shownAt(db, { slug, teryt: match[2], indicator: match[3], locale });
  const [width, height] = [
    Math.min(embedSize.width, request.maxWidth ?? Infinity),
    Math.min(embedSize.height, request.maxHeight ?? Infinity),
  ];
  const html = embedCode({ origin: publicUrl(), path: embed, title });
  return {
    version: '1.0',
    type: 'rich',
    provider_name: 'Paragraf',
    provider_url: publicUrl(),
    title,
    author_name: team,
    width,
    height,
    cache_age: day,
    html: html.replace(
      `width="${embedSize.width}" height="${embedSize.height}"`,
      `width="${width}" height="${height}"`,
    ),
    thumbnail_url: absoluteUrl(picture),
    thumbnail_width: pictureSize.width,
    thumbnail_height: pictureSize.height,
  };
}

type Place = { slug: string; teryt: string | undefined; indicator: string | undefined; locale: Locale };

/** What stands at an address: an edition, the card of a municipality or one indicator of it. */
async function shownAt(
  db: Db,
  { slug, teryt, indicator, locale }: Place,
): Promise<{ title: string; team: string; embed: string; picture: string }> {
  const to = paths(locale);
  if (teryt === undefined) {
    const { manifest } = await getPublishedEdition(db, { slug });
    const { title, team } = manifest.edition;
    return { title: title[locale], team: team.name, embed: to.embed(slug), picture: to.editionPicture(slug) };
  }
  const { document } = await getScorecard(db, { slug, teryt });
  const { edition, municipality } = document;
  const title = translator(locale)('monitoring.card.title', {
    name: municipality.name,
    edition: edition.title[locale],
  });
  if (indicator !== undefined && !document.indicators.some(({ id }) => id === indicator))
    throw notFound('no such indicator');
  return {
    title: indicator === undefined ? title : `${indicator}, ${title}`,
    team: edition.team.name,
    embed: to.embed(slug, teryt, indicator),
    picture: to.scorecardPicture(slug, teryt),
  };
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
