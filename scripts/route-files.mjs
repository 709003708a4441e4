/**
 * The routes, in folders by what they are about. A folder is nothing but order: the name of the file alone is the address, as the
 * framework reads names of a flat folder, and ids are what they would be there.
 */
import { readdirSync } from 'node:fs';
import { flatRoutesUniversal } from '@remix-run/dev/dist/config/flat-routes.js';

const folder = 'app/routes';

/**
 * The file of each route by its name: '($lang).pomoc.tsx' → 'app/routes/site/($lang).pomoc.tsx'. Throws when two folders have one name.
 * @returns {Map<string, string>}
 */
export function routeFiles() {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name),
  );
  const byName = new Map();
  for (const { name, parentPath } of files.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (byName.has(name)) throw new Error(`two routes are called ${name}`);
    byName.set(name, `${parentPath.replaceAll('\\', '/')}/${name}`);
  }
  return byName;
}

/**
 * What the compiler is told: every route with its address and its file.
 * @returns {import('@remix-run/dev/dist/config/routes.js').RouteManifest}
 */
export function routeManifest() {
  const files = routeFiles();
  const routes = flatRoutesUniversal(
    'app',
    [...files.keys()].map((name) => `${folder}/${name}`),
  );
  return Object.fromEntries(
    Object.entries(routes).map(([id, route]) => [
      id,
      { ...route, file: files.get(route.file.slice('routes/'.length)).slice('app/'.length) },
    ]),
  );
}
