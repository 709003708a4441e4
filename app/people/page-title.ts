import { localeOfPath } from '#app/i18n/locale.ts';
import { translate, type MessageKey, type MessageParams } from '#app/i18n/translate.ts';

/** Title of a page for its `meta`; private pages also keep out of search engines. */
export function pageTitle(location: { pathname: string }, key: MessageKey, params?: MessageParams) {
  return [
    { title: `${translate(localeOfPath(location.pathname), key, params)} – Paragraf` },
    { name: 'robots', content: 'noindex' },
  ];
}
