import type { Locale } from '#app/i18n/locale.ts';
import type { Translate } from '#app/i18n/translate.ts';
import type { EditionManifest, ScorecardDocument, Words } from '#app/monitoring/cards/scorecard-document.ts';

/** What the parts of the document have at hand. */
export type CardContext = {
  t: Translate;
  locale: Locale;
  say: (words: Words) => string;
  document: ScorecardDocument;
  manifest: EditionManifest;
};
