import type { Locale } from '#app/i18n/locale.ts';
import { updatedAt, type FeedContent, type FeedEntry } from './feed-entry.ts';

/**
 * An Atom feed (RFC 4287). It was updated when the newest of its entries was, or at `since` when it has none. Titles are
 * plain text and said to be; texts are HTML of words that stay words.
 */
export function atomText(content: FeedContent, { locale, since }: { locale: Locale; since: Date }): string {
  const entries = content.entries.map((entry) => entryLines(entry, locale));
  const newest = Math.max(...content.entries.map((entry) => updatedAt(entry).getTime()));
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`,
    `  <id>${words(content.id)}</id>`,
    `  <title type="text"${langOf(content.textIn, locale)}>${words(content.title)}</title>`,
    ...(content.text
      ? [`  <subtitle type="text"${langOf(content.textIn, locale)}>${words(content.text)}</subtitle>`]
      : []),
    `  <updated>${(content.entries.length > 0 ? new Date(newest) : since).toISOString()}</updated>`,
    `  <link rel="self" type="application/atom+xml" href="${words(content.self)}"/>`,
    `  <link rel="alternate" type="text/html" hreflang="${locale}" href="${words(content.url)}"/>`,
    '  <author><name>Paragraf</name></author>',
    '  <generator>Paragraf</generator>',
    '  <rights>CC BY 4.0</rights>',
    ...entries.flat(),
    '</feed>',
  ].join('\n')}\n`;
}

function entryLines(entry: FeedEntry, locale: Locale): string[] {
  return [
    '  <entry>',
    `    <id>${words(entry.id)}</id>`,
    `    <title type="text">${words(entry.title)}</title>`,
    `    <published>${entry.at.toISOString()}</published>`,
    `    <updated>${updatedAt(entry).toISOString()}</updated>`,
    `    <link rel="alternate" type="text/html" hreflang="${locale}" href="${words(entry.url)}"/>`,
    // An entry without words has its title alone.
    `    <content type="html"${langOf(entry.textIn, locale)}>${words(paragraphs(entry.text || entry.title))}</content>`,
    '  </entry>',
  ];
}

function langOf(textIn: Locale | undefined, locale: Locale): string {
  return textIn && textIn !== locale ? ` xml:lang="${textIn}"` : '';
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 has no place for most control characters. */
function words(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);
}

/** Plain words as HTML: what people wrote stays words. */
function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .filter(Boolean)
    .map((part) => `<p>${words(part).replaceAll('\n', '<br/>')}</p>`)
    .join('');
}
