/** Elements that have no end tag. */
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

const spoken = /\s(?:alt|title|aria-label|aria-description)="([^"]*)"/gu;

/**
 * Which of these words a page shows outside every element that says it is Polish: a reader aloud would read them by the rules of the
 * page's own language. Texts and attributes that are read aloud; the head has no language of its own, and in a field stands what was typed into it.
 */
export function wordsWithoutLanguage(html: string, words: Iterable<string>, language = 'pl'): string[] {
  const outside: string[] = [];
  const open: { name: string; isSaid: boolean }[] = [];
  for (let at = html.indexOf('<body'); at >= 0 && at < html.length;) {
    const end = html.indexOf('>', at);
    const next = html.indexOf('<', end);
    const tag = html.slice(at + 1, end);
    const name = tag.replace('/', '').split(/[\s/]/u)[0]!.toLowerCase();
    const said = /\slang="([a-z-]*)"/u.exec(tag)?.[1];
    const isSaid = said === undefined ? (open.at(-1)?.isSaid ?? false) : said === language;
    if (tag.startsWith('/')) {
      const from = open.findLastIndex((each) => each.name === name);
      if (from >= 0) open.length = from;
    } else {
      if (!isSaid) for (const [, words = ''] of tag.matchAll(spoken)) outside.push(words);
      if (!tag.startsWith('!') && !empty.has(name) && !tag.endsWith('/')) open.push({ name, isSaid });
    }
    const isShown = !open.some((each) => each.name === 'script' || each.name === 'style');
    if (isShown && !open.at(-1)?.isSaid) outside.push(html.slice(end + 1, next < 0 ? undefined : next));
    at = next;
  }
  const text = outside.join(' ');
  return [...words].filter((word) => text.includes(word));
}
