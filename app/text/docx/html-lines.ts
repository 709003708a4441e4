const SKIPPED = new Set(['style', 'script', 'head', 'title']);
const BREAKS = new Set([
  'p',
  'div',
  'br',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'body',
  'blockquote',
  'pre',
  'section',
]);
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  sect: '§',
  ndash: '–',
  mdash: '—',
  oacute: 'ó',
  Oacute: 'Ó',
  bdquo: '„',
  rdquo: '”',
  ldquo: '“',
  hellip: '…',
};

/** Words of a page of HTML as lines: paragraphs, items with the numbers of their lists, cells of a row parted by tabs. */
export function htmlLines(source: string): string[] {
  const lines: string[] = [];
  const lists: { counted: boolean; at: number }[] = [];
  let line = '';
  let skipping = '';
  const end = (): void => {
    const words = line.replace(/[^\S\t\u00a0]+/g, ' ').trim();
    if (words !== '') lines.push(words);
    line = '';
  };
  const open = (name: string, attributes: string): void => {
    if (name === 'ol' || name === 'ul')
      lists.push({ counted: name === 'ol', at: Number(/\bstart\s*=\s*["']?(\d{1,6})/i.exec(attributes)?.[1] ?? 1) });
    if (name === 'li') {
      const list = lists.at(-1);
      line = list?.counted === true ? `${list.at}. ` : '– ';
      if (list !== undefined) list.at += 1;
    }
  };
  for (const { name, closes, attributes, words } of tokens(source)) {
    if (skipping !== '') {
      if (closes && name === skipping) skipping = '';
      continue;
    }
    if (name === '') line += words;
    else if (SKIPPED.has(name) && !closes) skipping = name;
    else {
      if (BREAKS.has(name)) end();
      if ((name === 'td' || name === 'th') && closes) line += '\t';
      if (!closes) open(name, attributes);
      else if (name === 'ol' || name === 'ul') lists.pop();
    }
  }
  end();
  return lines;
}

type Token = { name: string; closes: boolean; attributes: string; words: string };

function* tokens(source: string): Generator<Token> {
  for (let at = 0; at < source.length;) {
    const next = source.indexOf('<', at);
    const until = next < 0 ? source.length : next;
    if (until > at) yield { name: '', closes: false, attributes: '', words: decode(source.slice(at, until)) };
    if (next < 0) return;
    const isComment = source.startsWith('<!--', next);
    const end = source.indexOf(isComment ? '-->' : '>', next);
    if (end < 0) return;
    const inside = source.slice(next + 1, Math.min(end, next + 2_000));
    const found = isComment ? null : /^(\/?)([a-z][a-z0-9]{0,20})/i.exec(inside);
    if (found !== null)
      yield {
        name: found[2]!.toLowerCase(),
        closes: found[1] === '/',
        attributes: inside.slice(found[0].length),
        words: '',
      };
    at = end + (isComment ? 3 : 1);
  }
}

function decode(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? all;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
