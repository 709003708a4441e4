import { formatDate } from '#app/i18n/dates.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator } from '#app/i18n/translate.ts';
import { WithdrawnError } from './withdrawn-error.ts';

/** What stands in the place of something that was withdrawn. */
export type SaidInstead = {
  title: string;
  text: string;
  reason: { label: string; words: string } | null;
  hashes: { label: string; rows: { path: string; hash: string }[] } | null;
  link: { href: string; words: string } | null;
};

/** The words about a withdrawal in the reader's language; null for any other error. */
export function withdrawnWords(error: unknown, locale: Locale): SaidInstead | null {
  if (!(error instanceof WithdrawnError)) return null;
  const { what, slug, title, team, name, issue, newest, withdrawal, hashes } = error.facts;
  const [t, to] = [translator(locale), paths(locale)];
  const params = {
    name,
    title: title[locale],
    team,
    issue,
    newest,
    date: formatDate(locale, new Date(withdrawal.at)),
    ground: t(`publication.withdrawn.ground.${withdrawal.ground}`),
  };
  return {
    title: t(`publication.withdrawn.${what}.title`, params),
    text: t(`publication.withdrawn.${what}.text`, params),
    reason: { label: t('publication.withdrawn.reason'), words: withdrawal.reason },
    hashes: hashes.length === 0 ? null : { label: t(`publication.withdrawn.hashes.${what}`), rows: hashes },
    link: what === 'edition' ? null : { href: to.edition(slug), words: t('publication.withdrawn.rest') },
  };
}

/** The same as sentences of plain text. */
export function withdrawnText({ title, text, reason }: SaidInstead): string {
  return `${title}. ${text}${reason ? ` ${reason.label}: ${reason.words}` : ''}`;
}
