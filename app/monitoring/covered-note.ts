import { locales } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';

/**
 * A document as it is handed out: one in which words were covered says so itself, and that its hash is of the words before. Others are
 * the very bytes that were hashed.
 */
export function withCoveredNote<T extends object>(
  document: T,
  isCovered: boolean,
): T | (T & { redacted: Record<string, string> }) {
  return isCovered
    ? {
        ...document,
        redacted: Object.fromEntries(
          locales.map((locale) => [locale, translate(locale, 'redaction.hash-note.edition')]),
        ),
      }
    : document;
}
