/**
 * What the world outside relies on, against lists kept beside this file: every address, the description of the interface, and
 * the files and answers of a small scene whose clock stands still. A change of the layout changes none of it; a change that is
 * meant is taken over with `npx vitest run --project pglite tests/contract/behaviour.db.test.ts -u` and shows in the diff.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { openApiDocument } from '#app/api/openapi.server.ts';
import { smallWorld } from '#tests/fixtures/small-world.ts';
import { afterFile } from '#tests/setup/cleanup.ts';
import { rawRequest, type RawAnswer } from '#tests/setup/raw-request.ts';
import { routeAddresses } from '#tests/setup/route-addresses.ts';
import { sourceBuild } from '#tests/setup/route-modules.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { testServer } from '#tests/setup/test-server.ts';

vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-20T10:00:00Z') });
afterFile(async () => void vi.useRealTimers());

const db = await testDb();
const world = await smallWorld(db);
const build = await sourceBuild();
const { port } = await testServer(db, build);
const addresses = routeAddresses(build, world).sort((a, b) => (a.pattern < b.pattern ? -1 : 1));

const sha = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);
const list = (lines: readonly string[]) => `${lines.join('\n')}\n`;

/** What is drawn by lot in every run: ids, hashes made of them, the number of the team in a process. */
const lots: [drawn: RegExp, name: string][] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID'],
  [/\b[0-9a-f]{64}\b/g, 'HASH'],
  [/\b[0-9a-f]{16,40}\b/g, 'HASH'],
  [/\b(own|other|lead|member|outsider)-\d+\b/g, '$1-N'],
];
const settled = (text: string) => lots.reduce((words, [drawn, name]) => words.replace(drawn, name), text);

/** Packed documents are compared by their parts. */
function contentOf(path: string, { body, headers }: RawAnswer): string {
  const type = String(headers['content-type']);
  // Prints the hash of the scorecard in the glyphs of its own fonts.
  if (/^\/oceny\/.*\.pdf$/.test(path)) return '';
  // Everything happens at one moment here: what is in a feed is the same, not its order.
  if (/atom/.test(type))
    return settled(body.toString())
      .split(/(?=<entry>)/)
      .sort()
      .join('');
  if (/officedocument|zip/.test(type))
    return Object.entries(unzipSync(body))
      .map(([name, bytes]) => `${name} ${settled(Buffer.from(bytes).toString())}`)
      .join('\n');
  return /^(text|application\/(?!pdf))|json|xml|svg/.test(type)
    ? settled(body.toString())
    : body.toString('latin1').replace(/\/(ID|CreationDate|ModDate) ?[[(][^\])]*[\])]/g, '');
}

async function lineOf(path: string): Promise<string> {
  const answer = await rawRequest(port, path, { headers: { 'Accept-Encoding': 'identity' } });
  const content = contentOf(path, answer);
  if (process.env.BEHAVIOUR_FOLDER)
    writeFileSync(`${process.env.BEHAVIOUR_FOLDER}/${encodeURIComponent(path).slice(0, 200)}`, content);
  return `${settled(path)} ${answer.status} ${String(answer.headers['content-type'] ?? '-')} ${sha(content)}`;
}

async function linesOf(paths: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  for (const path of paths) lines.push(await lineOf(path));
  return lines;
}

test('every address is there', async () => {
  expect(addresses.length).toBeGreaterThan(150);
  await expect(list(addresses.map(({ pattern }) => `/${pattern}`))).toMatchFileSnapshot('behaviour/addresses.txt');
});

test('the description of the interface is the same', async () => {
  const document = openApiDocument() as {
    paths?: Record<string, Record<string, unknown>>;
    components?: { schemas?: Record<string, unknown> };
  };
  const lines = [
    ...Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, of]) => `${method} ${path} ${sha(JSON.stringify(of))}`),
    ),
    ...Object.entries(document.components?.schemas ?? {}).map(
      ([name, schema]) => `schema ${name} ${sha(JSON.stringify(schema))}`,
    ),
  ];
  await expect(list(lines.sort())).toMatchFileSnapshot('behaviour/interface.txt');
});

/** A page is told by its words, which change often; a file is what others keep. */
const isFile = (id: string) => /\[\.\]|osadz|oembed/.test(id) && !/urzad|zespol|konto/.test(id);

test('files are the same byte for byte', async () => {
  const paths = addresses.filter(({ id }) => isFile(id)).map(({ fill }) => fill());
  expect(paths.length).toBeGreaterThan(50);
  await expect(list(await linesOf(paths))).toMatchFileSnapshot('behaviour/files.txt');
});

test('answers of the interface are the same', async () => {
  const usual: Record<string, string> = {
    slug: world.slug,
    teryt: world.teryt,
    edition: world.edition,
    number: '1',
    code: String(world.code),
    key: 'gmina-2026',
    version: '1.0.0-draft',
    n: '1',
    indicator: world.indicator,
  };
  const paths = Object.entries(openApiDocument().paths ?? {})
    .filter(([, methods]) => 'get' in (methods ?? {}))
    .map(([path]) => path)
    .map(
      (path) =>
        `/api/v1${path.replace(/\{(\w+)\}/g, (_match, name: string) => (name === 'slug' && /edition|scorecard/.test(path) ? world.edition : (usual[name] ?? 'x')))}`,
    );
  await expect(list(await linesOf(paths))).toMatchFileSnapshot('behaviour/answers.txt');
});

test('pages answer as they did', { skip: !process.env.BEHAVIOUR_FOLDER }, async () => {
  expect(await linesOf(addresses.filter(({ id }) => !isFile(id)).map(({ fill }) => fill()))).not.toEqual([]);
});
