/**
 * A public page with a description and the properties of OpenGraph in its head. Pages that say more of themselves (`socialMeta`) are left
 * as they are; the others are described by the words they begin with, so that no page has to remember it.
 */
export function describedHead(html: string, { url, locale }: { url: string; locale: 'pl' | 'en' }): string {
  const end = html.indexOf('</head>');
  // A page with scripts is taken over as it was made: it says itself what it is.
  if (end < 0 || html.lastIndexOf('property="og:title"', end) >= 0 || html.includes('__remixContext')) return html;
  const head = html.slice(0, end);
  const title = plain(between(head, '<title>', '</title>')).replace(/ – Paragraf$/, '');
  const said = /<meta name="description" content="([^"]*)"/.exec(head)?.[1];
  const words = said ?? describing(html.slice(end), title);
  const og = (name: string, content: string) => meta('property', `og:${name}`, content);
  const tags = [
    ...(said === undefined ? [meta('name', 'description', words)] : []),
    og('site_name', 'Paragraf'),
    og('type', 'website'),
    og('title', title || 'Paragraf'),
    og('description', words),
    og('url', attribute(url)),
    og('locale', locale === 'pl' ? 'pl_PL' : 'en_GB'),
    og('locale:alternate', locale === 'pl' ? 'en_GB' : 'pl_PL'),
  ];
  return head + tags.join('') + html.slice(end);
}

const longest = 300;

/** The lead of the page, else its first paragraph, else its title; cut at a word. */
function describing(body: string, title: string): string {
  const main = body.slice(Math.max(0, body.indexOf('<main')));
  const lead = /<p class="(?:[^"]{0,60} )?lead(?: [^"]{0,60})?"[^>]{0,200}>/.exec(main) ?? /<p(?: [^>]*)?>/.exec(main);
  const words = lead ? plain(between(main.slice(lead.index + lead[0].length), '', '</p>')) : '';
  const text = words.length >= 20 ? words : [title, words].filter(Boolean).join('. ');
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`;
}

function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start);
  if (from < 0) return '';
  const to = text.indexOf(end, from + start.length);
  return to < 0 ? '' : text.slice(from + start.length, to);
}

/** Words of a piece of HTML, still escaped as they stood there. */
function plain(html: string): string {
  return attribute(
    html
      .replace(/<[^<>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/ ([.,;:])/g, '$1')
      .trim(),
  );
}

/** Escaped text that may stand in double quotes. */
function attribute(text: string): string {
  return text.replaceAll('"', '&quot;').replace(/&(?!#?\w+;)/g, '&amp;');
}

const meta = (kind: 'name' | 'property', name: string, content: string) =>
  `<meta ${kind}="${name}" content="${content}"/>`;
