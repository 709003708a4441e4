import { Feed } from 'feed';
import type { Locale } from '#app/i18n/locale.ts';
import type { FeedContent } from './feed-entry.ts';

/** An Atom feed (RFC 4287). `published` is the time of its newest entry, or `since` when it has none. */
export function atomText(content: FeedContent, { locale, since }: { locale: Locale; since: Date }): string {
  const feed = new Feed({
    id: content.id,
    title: clean(content.title),
    description: clean(content.text),
    link: content.url,
    language: locale,
    generator: 'Paragraf',
    copyright: 'CC BY 4.0',
    updated: content.entries[0]?.at ?? since,
    feedLinks: { atom: content.self },
    author: { name: 'Paragraf' },
  });
  for (const entry of content.entries) {
    feed.addItem({
      id: entry.id,
      guid: entry.id,
      title: clean(entry.title),
      link: entry.url,
      date: entry.at,
      published: entry.at,
      content: paragraphs(entry.text),
    });
  }
  return feed.atom1();
}

/** XML 1.0 has no place for most control characters. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain words as HTML: what people wrote stays words. */
function paragraphs(text: string): string {
  const escaped = clean(text).replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);
  return escaped
    .split(/\n{2,}/)
    .filter(Boolean)
    .map((part) => `<p>${part.replaceAll('\n', '<br/>')}</p>`)
    .join('');
}
