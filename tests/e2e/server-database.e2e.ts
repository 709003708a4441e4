import { test as base, expect } from '@playwright/test';
import { startApp } from '#tests/setup/app-server.ts';
import { startPostgres } from '#tests/setup/postgres-server.ts';

const test = base.extend<object, { server: string }>({
  server: [
    // The first parameter has to be a pattern, though nothing is needed of it.
    async ({}, use) => {
      const server = await startPostgres();
      await use(server.url);
      await server.stop();
    },
    { scope: 'worker' },
  ],
});

test('two programs started at once on one empty PostgreSQL share it', async ({ server }) => {
  const apps = await Promise.all([startApp({ databaseUrl: server }), startApp({ databaseUrl: server })]);
  try {
    const pages = await Promise.all(apps.map(({ baseUrl }) => fetch(baseUrl)));
    expect(pages.map((page) => page.status)).toEqual([200, 200]);
    // One database, one revision: what one program has sent the other confirms as current.
    const etags = pages.map((page) => page.headers.get('ETag'));
    expect(etags[0]).toBe(etags[1]);
    const [first, second] = await Promise.all(pages.map((page) => page.text()));
    // A nonce belongs to one answer, the port in absolute addresses to one program.
    const shared = (text = '') => text.replace(/nonce="[^"]*"/g, '').replace(/localhost:\d+/g, 'localhost');
    expect(shared(first)).toBe(shared(second));
  } finally {
    await Promise.all(apps.map((app) => app.stop()));
  }
});
