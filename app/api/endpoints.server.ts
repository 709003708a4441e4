import { consultationEndpoints } from './consultation-endpoints.server.ts';
import type { Endpoint } from './endpoint.server.ts';
import { filingEndpoints } from './filing-endpoints.server.ts';
import { monitoringEndpoints } from './monitoring-endpoints.server.ts';
import { municipalityEndpoints } from './municipality-endpoints.server.ts';
import { remarkEndpoints } from './remark-endpoints.server.ts';
import { reportEndpoints } from './report-endpoints.server.ts';
import { textEndpoints } from './text-endpoints.server.ts';

/** Everything the interface can do, in the order of its page. */
export const endpoints: readonly Endpoint[] = [
  ...consultationEndpoints,
  ...textEndpoints,
  ...remarkEndpoints,
  ...filingEndpoints,
  ...reportEndpoints,
  ...municipalityEndpoints,
  ...monitoringEndpoints,
];

type Found = { endpoint: Endpoint; params: Record<string, string> };

/** The endpoint of a path below /api/v1; for a known path with another method the methods it has; null for an unknown path. */
export function findEndpoint(method: string, path: string): Found | { methods: string[] } | null {
  const found = endpoints.flatMap((endpoint) => {
    const params = matchPath(endpoint.path, path);
    return params ? [{ endpoint, params }] : [];
  });
  if (found.length === 0) return null;
  return (
    found.find(({ endpoint }) => endpoint.method === method) ?? {
      methods: found.map(({ endpoint }) => endpoint.method.toUpperCase()),
    }
  );
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const [names, parts] = [pattern.split('/'), path.split('/')];
  if (names.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [at, name] of names.entries()) {
    const part = parts[at] ?? '';
    const inBraces = /^\{(\w+)\}$/.exec(name)?.[1];
    if (inBraces === undefined && name !== part) return null;
    if (inBraces !== undefined && part === '') return null;
    if (inBraces !== undefined) params[inBraces] = part;
  }
  return params;
}
