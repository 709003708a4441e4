import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

export default defineConfig({
  plugins: [remix(remixConfig)],
  build: {
    // Server modules use top-level await, which older targets cannot express.
    target: 'es2022',
    // A page must never wait for a second request to read its small pictures, but the CSP has no data: for scripts.
    assetsInlineLimit: 0,
  },
  optimizeDeps: { entries: ['./app/entry.client.tsx', './app/root.tsx', './app/routes/**/*.tsx'] },
});
