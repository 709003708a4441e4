import type { Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator } from '#app/i18n/translate.ts';
import type {
  EditionFacts,
  EditionManifest,
  ScorecardDocument,
  ScorecardIndicator,
} from '../cards/scorecard-document.ts';
import { answerWords, scoreWords } from '../cards/score-words.ts';
import { apaCitation, bibtexCitation } from './citation.ts';
import { embedCode } from './embed-code.ts';
import { indicatorSentence, scoreSentence } from './sentences.ts';

type PackFile = {
  key: 'pdf' | 'csv' | 'csvw' | 'json' | 'svg' | 'png' | 'edition-csv';
  kind: string;
  href: string;
};

export type PressPack = {
  sentences: Record<Locale, string>;
  /** Full permanent address, of the issue shown when that is not the newest. */
  url: string;
  apa: string;
  bibtex: string;
  licence: EditionFacts['licence'];
  files: PackFile[];
  /** Page that lists every form; null where there is none. */
  allFormats: string | null;
  /** SHA-256 of the JSON file; null where the JSON is a part of another. */
  hash: string | null;
  /** Words were covered since: the hash is of the file before. */
  isCovered: boolean;
  embedUrl: string;
  embedCode: string;
};

type Source = {
  document: ScorecardDocument;
  manifest: EditionManifest;
  hash: string;
  isCovered: boolean;
  /** Number when an older issue is shown. */ issue: number | null;
  origin: string;
  locale: Locale;
};

/** The pack of a municipality's card. */
export function cardPack({ document, manifest, hash, isCovered, issue, origin, locale }: Source): PressPack {
  const { edition, municipality } = document;
  const { slug } = edition;
  const to = paths(locale);
  const { teryt, name } = municipality;
  const url = origin + to.scorecard(slug, teryt, issue);
  const cited = { edition, issue: manifest.issue, part: name, url, locale };
  const t = translator(locale);
  const file = (key: PackFile['key'] & ('pdf' | 'csv' | 'json' | 'svg' | 'png'), kind: string): PackFile => ({
    key,
    kind,
    href: to.scorecardFile(slug, teryt, key, issue),
  });
  return {
    sentences: { pl: scoreSentence(document, 'pl'), en: scoreSentence(document, 'en') },
    url,
    apa: apaCitation(cited),
    bibtex: bibtexCitation(cited),
    licence: edition.licence,
    hash,
    isCovered,
    files: [
      file('pdf', 'PDF'),
      file('csv', 'CSV'),
      { key: 'csvw', kind: 'CSVW', href: to.scorecardFile(slug, teryt, 'csv-metadata.json', issue) },
      file('json', 'JSON'),
      file('png', 'PNG, 1920 × 1120'),
      file('svg', 'SVG'),
    ],
    allFormats: to.scorecardDownload(slug, teryt, issue),
    embedUrl: origin + to.embed(slug, teryt),
    embedCode: embedCode({
      origin,
      path: to.embed(slug, teryt),
      title: `${name}: ${scoreWords({ t, locale }, document.total.display)}`,
    }),
  };
}

/** The pack of one indicator of a card. */
export function indicatorPack({ indicator, ...source }: Source & { indicator: ScorecardIndicator }): PressPack {
  const { document, manifest, issue, origin, locale } = source;
  const { edition, municipality } = document;
  const { slug } = edition;
  const to = paths(locale);
  const { teryt, name } = municipality;
  const url = origin + to.indicator(slug, teryt, indicator.id, issue);
  const cited = { edition, issue: manifest.issue, part: `${name}, ${indicator.id}`, url, locale };
  const t = translator(locale);
  const own = { document, manifest, indicator };
  const file = (key: 'csv' | 'json' | 'svg' | 'png', kind: string): PackFile => ({
    key,
    kind,
    href: to.indicatorFile(slug, teryt, indicator.id, key, issue),
  });
  return {
    sentences: { pl: indicatorSentence(own, 'pl'), en: indicatorSentence(own, 'en') },
    url,
    apa: apaCitation(cited),
    bibtex: bibtexCitation(cited),
    licence: edition.licence,
    hash: null,
    isCovered: false,
    files: [
      file('csv', 'CSV'),
      { key: 'csvw', kind: 'CSVW', href: to.indicatorFile(slug, teryt, indicator.id, 'csv-metadata.json', issue) },
      file('json', 'JSON'),
      file('png', 'PNG, 1920 × 1120'),
      file('svg', 'SVG'),
      { key: 'edition-csv', kind: 'CSV', href: to.editionFile(slug, 'csv', { wydanie: issue }) },
    ],
    allFormats: null,
    embedUrl: origin + to.embed(slug, teryt, indicator.id),
    embedCode: embedCode({
      origin,
      path: to.embed(slug, teryt, indicator.id),
      title: `${name}, ${indicator.id}: ${answerWords({ t, locale }, indicator)}`,
    }),
  };
}
