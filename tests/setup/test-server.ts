/** The server of the program on a test's database, in this process. */
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServerBuild } from '@remix-run/node';
import { setDb } from '#app/db/client.server.ts';
import { revisionMap, type RevisionMap } from '#app/db/revision-map.server.ts';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import { createServer } from '#app/http/server.server.ts';
import { afterFile } from './cleanup.ts';
import { sourceBuild } from './route-modules.ts';

export type TestServer = { port: number; baseUrl: string; build: ServerBuild; revisions: RevisionMap };

/** Starts it once for a test file; `wrap` sees every module of a route before. */
export async function testServer(db: PrismaClient, build?: ServerBuild): Promise<TestServer> {
  setDb(db);
  const revisions = revisionMap(db);
  const routes = build ?? (await sourceBuild());
  const server = createHttpServer(createServer({ build: routes, root: process.cwd(), buildId: 'test', revisions }));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  afterFile(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { port, baseUrl: `http://127.0.0.1:${port}`, build: routes, revisions };
}
