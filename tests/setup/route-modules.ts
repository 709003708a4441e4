/** The routes as the program has them, put together from their sources: for tests that walk over all of them without a build. */
import type { ServerBuild } from '@remix-run/node';
import * as entry from '#app/entry.server.tsx';
import * as root from '#app/root.tsx';
import { routeManifest } from '../../scripts/route-files.mjs';

type Routes = ServerBuild['routes'];
type Module = NonNullable<Routes[string]>['module'];

const modules = import.meta.glob<Module>('/app/routes/*/*.{ts,tsx}');

export async function sourceBuild(): Promise<ServerBuild> {
  const routes: Routes = { root: { id: 'root', path: '', module: root as unknown as Module } };
  for (const { id, path, index, file } of Object.values(routeManifest())) {
    const load = modules[`/app/${file}`];
    if (!load) throw new Error(`no module for ${file}`);
    routes[id] = {
      id,
      parentId: 'root',
      ...(path === undefined ? {} : { path }),
      ...(index ? { index } : {}),
      module: await load(),
    };
  }
  return {
    entry: { module: entry as unknown as ServerBuild['entry']['module'] },
    routes,
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    isSpaMode: false,
    mode: 'production',
    assets: { version: 'test', url: '', entry: { module: '/entry.js', imports: [] }, routes: manifestOf(routes) },
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
      v3_routeConfig: false,
      unstable_optimizeDeps: false,
    } as unknown as ServerBuild['future'],
  };
}

function manifestOf(routes: Routes): ServerBuild['assets']['routes'] {
  return Object.fromEntries(
    Object.values(routes).flatMap((route) =>
      route
        ? [
            [
              route.id,
              {
                id: route.id,
                parentId: route.parentId,
                path: route.path,
                index: route.index,
                module: `/${route.id}.js`,
                imports: [],
                hasAction: 'action' in route.module,
                hasLoader: 'loader' in route.module,
                hasClientAction: false,
                hasClientLoader: false,
                hasErrorBoundary: 'ErrorBoundary' in route.module,
              },
            ],
          ]
        : [],
    ),
  ) as ServerBuild['assets']['routes'];
}
