import type { ServerBuild } from '@remix-run/node';

type Routes = ServerBuild['routes'];

/** Sets of routes that are kept; an address of an odd form makes one more. */
const mostKept = 500;

/**
 * The router takes every route apart again for each address it matches, some times in a request and once more for each part of
 * the address when it draws a page, which costs more than making most pages. An address is therefore answered by a handler that
 * knows those routes alone whose words are the words of its beginning. `make` is called once for each such set of routes.
 */
export function byAddress<Handler>(
  build: ServerBuild,
  make: (part: ServerBuild) => Handler,
): (path: string) => Handler {
  return byRoutes(build.routes, (isIn) => {
    const only = <Value>(all: Record<string, Value>): Record<string, Value> =>
      Object.fromEntries(Object.entries(all).filter(([id]) => isIn(id)));
    return make({
      ...build,
      routes: only(build.routes),
      assets: { ...build.assets, routes: only(build.assets.routes) },
    });
  });
}

/** The same for whoever matches addresses without a build. */
export function byRoutes<Made>(routes: Routes, make: (isIn: (id: string) => boolean) => Made): (path: string) => Made {
  const patterns = Object.values(routes).map((route) => ({ id: route!.id, ways: waysOf(route!.path ?? '') }));
  const kept = new Map<string, Made>();
  return (path) => {
    const words = wordsOf(path);
    const ids = words
      ? patterns.filter(({ ways }) => ways.some((way) => mayBegin(way, words))).map(({ id }) => id)
      : patterns.map(({ id }) => id);
    const key = ids.join(' ');
    const known = kept.get(key);
    if (known) return known;
    const within = new Set(ids);
    const made = make((id) => within.has(id));
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, made);
    return made;
  };
}

/** A word of a pattern as it has to stand; `end` is what follows a part that is open. */
type Word = { own: string } | { end: string };

/** The end of a pattern that takes any number of words, none among them. */
const rest: Word = { end: '' };

/** A pattern word for word, with its language and without it. */
function waysOf(pattern: string): Word[][] {
  const words = pattern
    .toLowerCase()
    .split('/')
    .filter((word) => word !== '');
  const way = words.map((word): Word => {
    if (word === '*') return rest;
    const open = /^:[\w-]+\??/.exec(word);
    return open ? { end: word.slice(open[0].length) } : { own: word };
  });
  return words[0]?.endsWith('?') ? [way, way.slice(1)] : [way];
}

/** The words of a path as the router compares them; null where the framework reads it in a way of its own. */
function wordsOf(path: string): string[] | null {
  const words = path
    .toLowerCase()
    .replace(/\.data$/, '')
    .split('/');
  if (words[0] === '') words.shift();
  while (words.at(-1) === '') words.pop();
  if (words.length === 1 && words[0] === '_root') return [];
  // Empty words, steps upwards and the addresses of the framework itself, which ask about any route.
  const isOdd = (word: string) => word === '' || word.startsWith('__') || /^(?:\.|%2e){1,2}$|\\/.test(word);
  return words.some(isOdd) ? null : words;
}

/** Whether the pattern may match the path or a beginning of it. A sign written by its code may be any. */
function mayBegin(way: readonly Word[], words: readonly string[]): boolean {
  return way.every((word, at) => {
    const there = words[at];
    if (word === rest) return true;
    if (there === undefined) return false;
    return there.includes('%') || ('own' in word ? word.own === there : there.endsWith(word.end));
  });
}
