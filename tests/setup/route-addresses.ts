import type { ServerBuild } from '@remix-run/node';

export type RouteAddress = {
  id: string;
  pattern: string;
  names: string[];
  fill(values?: Record<string, string>, lang?: 'pl' | 'en'): string;
};

/** Every route of the program with its parameters, and the address where the small world has something. */
export function routeAddresses(
  build: ServerBuild,
  world: { slug: string; edition: string; teryt: string; indicator: string; code: number },
): RouteAddress[] {
  return Object.values(build.routes).flatMap((route): RouteAddress[] => {
    if (!route || route.id === 'root') return [];
    const pattern = (route.path ?? '').replace(/^:lang\?\/?/, '');
    const isEdition = /^(?:oceny|osadz|zespol|urzad\/oceny)\//.test(pattern);
    const usual: Record<string, string> = {
      slug: isEdition ? world.edition : world.slug,
      teryt: world.teryt,
      indicator: world.indicator,
      code: String(world.code),
      number: '1',
      n: '1',
      key: 'gmina-2026',
      version: '1.0.0-draft',
      part: '1',
      '*': 'consultations',
    };
    const names = [...pattern.matchAll(/:([\w-]+)/g)].map((match) => match[1] ?? '');
    if (pattern.endsWith('*')) names.push('*');
    const hasLang = route.path?.startsWith(':lang?') ?? false;
    const fill = (values: Record<string, string> = {}, lang: 'pl' | 'en' = 'pl') => {
      const filled = pattern
        .replace(/:([\w-]+)/g, (_match, name: string) => values[name] ?? usual[name] ?? 'x')
        .replace(/\*$/, values['*'] ?? usual['*'] ?? '');
      return `${lang === 'en' && hasLang ? '/en' : ''}/${filled}`.replace(/(.)\/$/, '$1');
    };
    return [{ id: route.id, pattern, names, fill }];
  });
}
