import { dayOf } from '#app/i18n/dates.ts';
import { fold } from '#app/i18n/typography.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translator } from '#app/i18n/translate.ts';
import type { EditionFacts } from '../cards/scorecard-document.ts';

/** What is cited: the whole edition, a card of it, or one indicator of a card. */
export type Cited = {
  edition: EditionFacts;
  issue: number;
  /** Null for the edition. */ part: string | null;
  /** Full address. */ url: string;
  locale: Locale;
};

/** APA, seventh edition: organisation as author, year of release, title, version, address. */
export function apaCitation({ edition, issue, part, url, locale }: Cited): string {
  const t = translator(locale);
  const year = dayOf(new Date(edition.publishedAt)).slice(0, 4);
  const title = edition.title[locale];
  const version = t('publication.apa.version', { version: edition.methodology.version, issue });
  return `${edition.team.name}. (${year}). ${part ? `${part}. ${t('publication.apa.in')} ` : ''}${title} (${version}) [${t('publication.apa.dataset')}]. Paragraf. ${url}`;
}

/** BibTeX; braces keep the capital letters, and letters beyond ASCII stay as they are, as biber reads them. */
export function bibtexCitation({ edition, issue, part, url, locale }: Cited): string {
  const day = dayOf(new Date(edition.publishedAt));
  const key = fold(`${edition.team.slug} ${edition.slug} ${part ?? ''}`).replaceAll(' ', '-');
  const fields = {
    author: `{${edition.team.name}}`,
    title: part ? `${part}: ${edition.title[locale]}` : edition.title[locale],
    year: day.slice(0, 4),
    date: day,
    version: `${edition.methodology.version}, ${issue}`,
    publisher: 'Paragraf',
    url,
    language: locale === 'pl' ? 'polish' : 'english',
    note: edition.licence.id,
  };
  return `@misc{${key},\n${Object.entries(fields)
    .map(([name, value]) => `  ${name} = {${braced(value)}}`)
    .join(',\n')}\n}`;
}

/** A brace or a backslash of a name would end the field or begin a command. */
function braced(value: string): string {
  const [, inner] = /^\{(.*)\}$/.exec(value) ?? [];
  const safe = (inner ?? value).replace(/[{}\\]/g, '').replace(/([&%$#_])/g, '\\$1');
  return inner === undefined ? safe : `{${safe}}`;
}
