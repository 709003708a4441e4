import type { Locale } from '#app/i18n/locale.ts';
import type { Paths } from '#app/i18n/paths.ts';
import type { Translate } from '#app/i18n/translate.ts';
import type {
  EditionManifest,
  ScorecardDocument,
  ScorecardIndicator,
} from '#app/monitoring/cards/scorecard-document.ts';
import { indicatorSentence, scoreSentence } from '#app/monitoring/press/sentences.ts';
import { embedLink, socialMeta, type MetaTag } from './social-meta.ts';

/** `asked`: number of the issue that was asked for, null for the newest; every address leads to that one. */
type Place = { origin: string; to: Paths; locale: Locale; t: Translate; asked: number | null };

/** Head of the page of an edition; `schema` describes it for search engines. */
export function editionMeta(
  { edition, municipalities }: EditionManifest,
  { origin, to, locale, t, asked, schema }: Place & { schema: Record<string, unknown> },
): MetaTag[] {
  const { slug } = edition;
  const title = edition.title[locale];
  return socialMeta({
    title,
    description: t('publication.dcat.description', { count: municipalities.length }),
    url: origin + to.edition(slug, { wydanie: asked }),
    locale,
    type: 'article',
    picture: { url: origin + to.editionPicture(slug), alt: `${edition.team.name}. ${title}` },
    alternates: [
      embedLink({ origin, path: to.edition(slug), title }),
      { type: 'application/json', href: to.editionFile(slug, 'json', { wydanie: asked }), title: 'JSON' },
      { type: 'text/csv', href: to.editionFile(slug, 'csv', { wydanie: asked }), title: 'CSV' },
      { type: 'text/turtle', href: to.editionFile(slug, 'ttl', { wydanie: asked }), title: 'DCAT-AP' },
    ],
    jsonLd: schema,
  });
}

type Level = { document: ScorecardDocument; manifest: EditionManifest; indicator: ScorecardIndicator };

/** Head of the page of one indicator of a municipality. */
export function indicatorMeta(
  level: Level,
  { origin, to, locale, asked, title }: Place & { title: string },
): MetaTag[] {
  const {
    document: { edition, municipality },
    indicator,
  } = level;
  const place = [edition.slug, municipality.teryt, indicator.id] as const;
  return socialMeta({
    title,
    description: indicatorSentence(level, locale),
    url: origin + to.indicator(...place, asked),
    locale,
    type: 'article',
    // Of the whole card: the level alone says little without what stands around it.
    picture: {
      url: origin + to.scorecardPicture(edition.slug, municipality.teryt),
      alt: scoreSentence(level.document, locale),
    },
    alternates: [
      embedLink({ origin, path: to.indicator(...place), title }),
      { type: 'application/json', href: to.indicatorFile(...place, 'json', asked), title: 'JSON' },
      { type: 'text/csv', href: to.indicatorFile(...place, 'csv', asked), title: 'CSV' },
    ],
  });
}
