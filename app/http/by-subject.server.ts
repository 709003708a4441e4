import type { ServerBuild } from '@remix-run/node';

/**
 * The router takes every route apart again for each address it matches, some times in a request, which costs more than making
 * most pages. Addresses of one subject, the first word of their path, are therefore answered by a handler that knows the
 * routes of that subject alone, and those whose first word is open. `make` is called once for each subject and once for all
 * routes together: an address of any other form goes to that one.
 */
export function bySubject<Handler>(
  build: ServerBuild,
  make: (part: ServerBuild) => Handler,
): (path: string) => Handler {
  const first = new Map(Object.values(build.routes).map((route) => [route!.id, firstWord(route!.path ?? '')]));
  const subjects = new Set([...first.values()].filter((word) => word !== null));
  const made = new Map<string, Handler>();
  return (path) => {
    const subject = subjectOf(path, subjects);
    const known = made.get(subject);
    if (known) return known;
    const handler = make(
      subject === ''
        ? build
        : partOf(build, (id) => {
            const word = first.get(id) ?? null;
            return word === null || word === subject;
          }),
    );
    made.set(subject, handler);
    return handler;
  };
}

/** The word a route begins with behind the language; null where any word may stand. */
function firstWord(pattern: string): string | null {
  const word = pattern.replace(/^:lang\?(?:\/|$)/, '').split('/')[0] ?? '';
  return /^[a-z]+(?:-[a-z]+)*$/.test(word) ? word : null;
}

/**
 * The only subject whose routes may match the path; '' where that is not certain. Of two words that both are subjects the first
 * might stand for a language, and the router reads capitals and escaped signs as others.
 */
function subjectOf(path: string, subjects: ReadonlySet<string>): string {
  const [, one = '', two = ''] = path
    .toLowerCase()
    .replace(/\.data$/, '')
    .split('/', 3);
  if (two.includes('%')) return '';
  if (one === 'en' && !subjects.has('en')) return subjects.has(two) ? two : '';
  return subjects.has(one) && !subjects.has(two) ? one : '';
}

function partOf(build: ServerBuild, isIn: (id: string) => boolean): ServerBuild {
  const only = <Value>(all: Record<string, Value>): Record<string, Value> =>
    Object.fromEntries(Object.entries(all).filter(([id]) => isIn(id)));
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } };
}
