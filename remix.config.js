import { routeManifest } from './scripts/route-files.mjs';

/**
 * Options of the Remix compiler; vite.config.ts hands them to the plug-in.
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  // The folders of the routes are read by us: see scripts/route-files.mjs.
  ignoredRouteFiles: ['**/*'],
  routes: () => routeManifest(),
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
  },
};
