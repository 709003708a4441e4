import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';
import remixConfig from './remix.config.js';

/**
 * The program is an entry of the server's build beside the pages, so that both share every module: one catalogue of messages,
 * one database client, one map of revisions in the process.
 */
function program(): Plugin {
  let isServer = false;
  return {
    name: 'program',
    apply: 'build',
    configResolved(config) {
      isServer = Boolean(config.build.ssr);
    },
    options: (options) =>
      isServer && typeof options.input === 'string'
        ? { ...options, input: { index: options.input, serve: 'scripts/serve.ts' } }
        : null,
    outputOptions: (options) => (isServer ? { ...options, entryFileNames: '[name].js' } : null),
  };
}

export default defineConfig({
  plugins: [remix(remixConfig), program()],
  build: {
    // Server modules use top-level await, which older targets cannot express.
    target: 'es2022',
    // A page must never wait for a second request to read its small pictures, but the CSP has no data: for scripts.
    assetsInlineLimit: 0,
  },
  optimizeDeps: { entries: ['./app/entry.client.tsx', './app/root.tsx', './app/routes/**/*.tsx'] },
});
