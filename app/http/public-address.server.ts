import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import { apiBase } from '#app/api/endpoint.server.ts';
import { findEndpoint } from '#app/api/endpoints.server.ts';
import { consultationScope, editionScope, siteScope, talkOf, talkScope } from '#app/db/revision.server.ts';
import { localeOfParam } from '#app/i18n/locale.ts';
import { byRoutes } from './by-address.server.ts';
import { publicRoutes, type PublicRoute } from './public-routes.ts';

export type PublicAddress = {
  /** The one address of everything that shows the same. */
  address: string;
  forEverybody: boolean;
  /** Counters it depends on. */
  scopes: readonly string[];
};

type Routes = ServerBuild['routes'];
type Tree = Parameters<typeof matchRoutes>[0];
const mostKnown = 5_000;

/**
 * Reads addresses as the router does, and gives the one address that stands for all ways to write it: other parameters than the
 * route reads, their order, repetitions, capitals and signs written by their codes make no other page. Null for what is not
 * public. Throws URIError for an address that cannot be decoded.
 */
export function publicAddresses(routes: Routes): (url: string) => PublicAddress | null {
  const treeFor = byRoutes(routes, (isIn) => treeOf(routes, isIn));
  const found = new Map<string, Found | null>();
  const find = (path: string) => {
    const known = found.get(path);
    if (known !== undefined) return known;
    const fresh =
      path.startsWith(`${apiBase}/`) && path !== `${apiBase}/openapi.json`
        ? ofInterface(path)
        : ofPage(treeFor, routes, path);
    if (found.size >= mostKnown) found.clear();
    found.set(path, fresh);
    return fresh;
  };
  return (url) => {
    const at = url.indexOf('?');
    const place = find(at < 0 ? url : url.slice(0, at));
    if (!place) return null;
    const query = at < 0 ? '' : queryOf(place.reads, new URLSearchParams(url.slice(at)));
    return { address: place.path + query, forEverybody: place.forEverybody, scopes: place.scopes };
  };
}

type Found = { path: string; reads: PublicRoute['reads']; forEverybody: boolean; scopes: string[] };

function treeOf(routes: Routes, isIn: (id: string) => boolean): Tree {
  const childrenOf = (parent: string | undefined): Tree =>
    Object.values(routes).flatMap((route): Tree => {
      if (!route || route.parentId !== parent || !isIn(route.id)) return [];
      const { id, path } = route;
      return route.index
        ? [{ id, index: true, ...(path === undefined ? {} : { path }) }]
        : [{ id, ...(path === undefined ? {} : { path }), children: childrenOf(id) }];
    });
  return childrenOf(undefined);
}

function ofPage(treeFor: (path: string) => Tree, routes: Routes, asked: string): Found | null {
  const data = asked.endsWith('.data') ? '.data' : '';
  const bare = data ? asked.slice(0, -data.length) : asked;
  const path = bare === '/_root' ? '/' : bare;
  decodeURIComponent(path);
  const plainest = path.replace(/\/{2,}/g, '/');
  const match = matchRoutes(treeFor(plainest), plainest)?.at(-1);
  const route = match && publicRoutes.get(match.route.id ?? '');
  if (!match || !route || localeOfParam(match.params.lang) === null) return null;
  const plain = pathOf(routes[match.route.id ?? '']?.path ?? '', match.params);
  return {
    ...route,
    path: data && plain === '/' ? '/_root.data' : plain + data,
    scopes: scopesOf(plain, match.params.slug, route.showsTalk),
  };
}

/** A pattern of a route with its names filled in, each written in one way only. */
function pathOf(pattern: string, params: Record<string, string | undefined>): string {
  const filled = `/${pattern}`.replace(/\/:([\w-]+)(\??)/g, (_match, name: string) =>
    params[name] === undefined ? '' : `/${encodeURIComponent(params[name])}`,
  );
  return filled || '/';
}

function scopesOf(path: string, slug: string | undefined, showsTalk: boolean): string[] {
  const kind = slug === undefined ? 'site' : /^(?:\/en)?\/konsultacje\//.test(path) ? 'consultation' : 'edition';
  if (slug === undefined || kind === 'site') return [siteScope, ...(showsTalk ? [talkScope] : [])];
  return kind === 'edition' ? [editionScope(slug)] : [consultationScope(slug), ...(showsTalk ? [talkOf(slug)] : [])];
}

function ofInterface(path: string): Found | null {
  const found = findEndpoint('get', decodeURIComponent(path.slice(apiBase.length)));
  if (!found || 'methods' in found || found.endpoint.scope) return null;
  const { slug } = found.params;
  const scopes =
    slug === undefined
      ? [siteScope, talkScope]
      : path.startsWith(`${apiBase}/consultations/`)
        ? [consultationScope(slug), talkOf(slug)]
        : [editionScope(slug)];
  const reads = Object.keys(found.endpoint.query.shape)
    .sort()
    .map((name) => [name, () => true] as const);
  const parts = found.endpoint.path.replace(/\{(\w+)\}/g, (_match, name: string) =>
    encodeURIComponent(found.params[name] ?? ''),
  );
  return { path: apiBase + parts, reads, forEverybody: true, scopes };
}

function queryOf(reads: PublicRoute['reads'], asked: URLSearchParams): string {
  const kept: [string, string][] = [];
  for (const [name, takes] of reads) {
    const names =
      typeof name === 'string' ? [name] : [...new Set([...asked.keys()].filter((key) => name.test(key)))].sort();
    for (const each of names) {
      // The first of several holds, as for whoever reads it.
      const value = asked.get(each);
      if (value !== null && takes(value)) kept.push([each, value]);
    }
  }
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
}
