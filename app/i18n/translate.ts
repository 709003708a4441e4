import { IntlMessageFormat } from 'intl-messageformat';
import { cases, inflectCitation } from './inflect-citation.ts';
import type { Locale } from './locale.ts';
import { en } from './messages/en.ts';
import { pl, type MessageKey } from './messages/pl.ts';

export type { MessageKey };
export type MessageParams = Record<string, string | number>;
export type Translate = (key: MessageKey, params?: MessageParams) => string;

const catalogues: Record<Locale, Record<MessageKey, string>> = { pl, en };
const compiled = new Map<string, IntlMessageFormat>();

/** ICU text of the catalogue filled with `params`; plural forms follow the language (uwaga, uwagi, uwag). */
export function translate(locale: Locale, key: MessageKey, params?: MessageParams): string {
  const text = catalogues[locale][key];
  if (!text.includes('{')) return text;
  const cacheKey = `${locale}:${key}`;
  let format = compiled.get(cacheKey);
  if (!format) compiled.set(cacheKey, (format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true })));
  return String(format.format(params && text.includes('_') ? inCases(text, params) : params));
}

/** A value that the message asks for in a case, „{citation_gen}”, beside the values that were given. */
function inCases(text: string, params: MessageParams): MessageParams {
  const asked = Object.entries(params).flatMap(([name, value]) =>
    cases
      .filter((each) => typeof value === 'string' && text.includes(`{${name}_${each}}`))
      .map((each) => [`${name}_${each}`, inflectCitation(String(value), each)] as const),
  );
  return { ...params, ...Object.fromEntries(asked) };
}

/** `translate` for one language. */
export function translator(locale: Locale): Translate {
  return (key, params) => translate(locale, key, params);
}

export function isMessageKey(text: string): text is MessageKey {
  return Object.hasOwn(pl, text);
}
