import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { routeManifest } from '../../scripts/route-files.mjs';
import { byAddress } from './by-address.server.ts';

type Tree = Parameters<typeof matchRoutes>[0];
type Route = { id: string; parentId?: string; path?: string; index?: boolean };
const manifest = Object.values(routeManifest() as Record<string, Route>);
const routes = Object.fromEntries([{ id: 'root', path: '' }, ...manifest].map((route) => [route.id, route]));
const build = { routes, assets: { routes } } as unknown as ServerBuild;

function matcher(part: ServerBuild): { size: number; match: (path: string) => unknown } {
  const all = Object.values(part.routes) as Route[];
  const children = all
    .filter(({ id }) => id !== 'root')
    .map(({ id, path, index }) => ({ id, path, index }) as Tree[number]);
  const tree: Tree = [{ id: 'root', path: '', children }];
  return {
    size: all.length,
    // As the framework reads the address of a page's data.
    match: (path) =>
      matchRoutes(tree, path.replace(/\.data$/, ''))?.map(({ route, params }) => [route.id, params]) ?? null,
  };
}

/** The address and every address above it. */
function beginnings(path: string): string[] {
  const words = path.split('/').slice(1);
  return [path, ...words.map((_word, count) => `/${words.slice(0, count).join('/')}`)];
}

const whole = matcher(build);
const answers = new Map<string, unknown>();
/** Taking all routes apart is slow, and many addresses lie below the same one. */
function amongAll(path: string): unknown {
  if (!answers.has(path)) answers.set(path, whole.match(path));
  return answers.get(path);
}

const narrow = byAddress(build, matcher);
const words = [
  ...new Set(manifest.flatMap(({ path = '' }) => path.split('/').filter((word) => word && !/[:*?]/.test(word)))),
];

test('an address is matched among a few of the routes', () => {
  for (const path of ['/', '/en', '/konsultacje/a/uwagi/3', '/en/oceny/b', '/urzad', '/gminy/9902012.data'])
    expect([path, narrow(path).size < 20]).toEqual([path, true]);
  // What asks about routes of any address, and what is another address to the framework.
  for (const path of ['/__manifest', '/oceny/../urzad', '/oceny/%2E%2e/urzad', '/oceny//x'])
    expect([path, narrow(path).size]).toEqual([path, whole.size]);
});

test('every address and those above it lead to the same route with the same parameters as among all of them', () => {
  const word = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...words) },
    {
      weight: 4,
      arbitrary: fc.constantFrom('en', 'EN', 'pl', 'de', 'x', '3', '', '%20', 'Oceny', 'a.json', '__manifest'),
    },
    { weight: 1, arbitrary: fc.string({ maxLength: 4 }).map((text) => encodeURIComponent(text)) },
  );
  const own = manifest.map(({ path = '' }) => path);
  const ofRoute = fc
    .tuple(fc.constantFrom(...own), fc.constantFrom('', 'en', 'pl', 'oceny', 'urzad'), word, fc.boolean())
    .map(
      ([path, lang, value, isData]) =>
        `/${path
          .replace(/^:lang\?\/?/, lang && `${lang}/`)
          .replace(/:[a-z]+/gi, () => value || 'x')
          .replace('*', value)}${isData ? '.data' : ''}`,
    );
  const anything = fc.array(word, { maxLength: 6 }).map((parts) => `/${parts.join('/')}`);
  fc.assert(
    fc.property(fc.oneof(ofRoute, anything), (path) => {
      const { match } = narrow(path);
      // A page that is drawn is matched once more by each beginning of its address.
      for (const beginning of beginnings(path)) expect(match(beginning)).toEqual(amongAll(beginning));
    }),
    { numRuns: 600 },
  );
});
