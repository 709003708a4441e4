import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '#app/db/open.server.ts';
import { openPglite } from '#app/db/pglite.server.ts';
import { PrismaClient } from '#app/generated/prisma/client.ts';
import { createEmptyServerDatabase } from '#tests/setup/server-database.ts';
import { migrationsFolder, snapshotFile } from '#tests/setup/snapshot.ts';
import { makeBackup } from './make-backup.server.ts';
import { restoreBackup } from './restore-backup.server.ts';

const box = mkdtempSync(join(tmpdir(), 'paragraf-backup-'));
afterAll(() => rmSync(box, { recursive: true, force: true }));
const template = await snapshotFile();
const server = process.env.TEST_DATABASE_URL;

const [folder, file] = [join(box, 'data'), join(box, 'one.backup')];
const text = 'Zażółć „gęślą" \u2028 jaźń\r\n\t\\ \u{1F600}';
const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 31) % 256);

/** Rows of every kind that a plain copy spoils: references to the own table and backwards, bytes, moments, lists, nested data. */
async function fill(db: PrismaClient): Promise<void> {
  await db.municipality.create({
    data: {
      teryt: '2464011',
      name: text,
      kind: 'rural',
      county: 'x',
      voivodeship: 'y',
      searchKey: 'x',
      stateOn: '2026-01-01',
      areaKm2: '12.50',
    },
  });
  await db.revision.createMany({ data: Array.from({ length: 1_203 }, (_, n) => ({ scope: `scope:${n}`, n })) });
  await db.event.create({
    data: {
      kind: 'x',
      subjectType: 'x',
      subjectId: 'x',
      data: { words: text, list: [1, null, { a: '\n' }] },
      at: new Date('2026-03-29T01:30:00.123Z'),
    },
  });
  await db.storedFile.create({ data: { hash: 'a'.repeat(64), bytes, size: bytes.length, type: 'image/png' } });
}

async function contents(db: PrismaClient) {
  return JSON.stringify([
    await db.municipality.findMany(),
    await db.revision.findMany({ orderBy: { scope: 'asc' } }),
    await db.event.findMany(),
    (await db.storedFile.findMany()).map((each) => ({ ...each, bytes: Buffer.from(each.bytes).toString('base64') })),
  ]);
}

const places = (over: { url?: string; folder?: string } = {}) => ({
  folder,
  program: '0.0.0',
  askForCopy: async () => ({ ok: false as const, message: 'nobody to ask' }),
  ...over,
});
const order = (over: object = {}) => ({
  file,
  replace: false,
  folder: join(box, 'other'),
  migrations: migrationsFolder,
  template,
  ...over,
});

async function reopened(at: string): Promise<string> {
  const pg = await openPglite(at);
  const db = new PrismaClient({ adapter: new PrismaPGlite(pg) });
  const found = await contents(db);
  await db.$disconnect();
  await pg.close();
  return found;
}

test('a backup made while the program runs, and one of its folder at rest, bring every row back to where there was none', async () => {
  const opened = await openDatabase({ folder, migrations: migrationsFolder, template });
  await fill(opened.db);
  const all = await contents(opened.db);
  await expect(makeBackup(file, places())).rejects.toThrow('nobody to ask');
  const made = await makeBackup(file, {
    ...places(),
    askForCopy: async (copy) => {
      await opened.copyFiles?.(copy);
      return { ok: true };
    },
  });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(made.rows).toBe(1_206);
  await expect(makeBackup(file, places())).rejects.toThrow('exists already');
  await expect(restoreBackup(order({ folder, replace: true }))).rejects.toThrow('stop the program first');
  await opened.close();
  await makeBackup(join(box, 'two.backup'), places());
  const rows = (name: string) =>
    gunzipSync(readFileSync(join(box, name)))
      .toString('utf8')
      .split('\n')
      .slice(1, -2);
  expect(rows('two.backup')).toEqual(rows('one.backup'));

  expect(await restoreBackup(order())).toMatchObject({ rows: made.rows, before: null });
  expect(await reopened(join(box, 'other'))).toBe(all);
  await expect(restoreBackup(order())).rejects.toThrow('--replace');
  const again = await restoreBackup(order({ replace: true }));
  expect(again.before).toContain('pglite.before-');
  expect(await reopened(join(box, 'other'))).toBe(all);
});

test('a shortened, damaged or foreign file is refused in one line, and nothing is changed', async () => {
  const whole = readFileSync(file);
  const plain = gunzipSync(whole);
  const flipped = Buffer.from(plain);
  flipped[Math.floor(plain.length / 2)]! ^= 1;
  const lines = plain.toString('utf8').split('\n');
  const without = (from: number, to: number) => gzipSync([...lines.slice(0, from), ...lines.slice(to)].join('\n'));
  const newer = gzipSync(
    plain.toString('utf8').replace('"migrations":[', '"migrations":[{"name":"20990101000000_future","checksum":"x"},'),
  );
  const cases: [string, Buffer][] = [
    ['cut in the middle', whole.subarray(0, whole.length / 2)],
    ['cut at the end', whole.subarray(0, whole.length - 5)],
    ['empty', Buffer.alloc(0)],
    ['a letter changed', gzipSync(flipped)],
    ['no end', without(lines.length - 2, lines.length - 1)],
    ['a row missing', without(10, 11)],
    ['a picture', Buffer.from('GIF89a')],
    ['other data', gzipSync('{"a":1}\n{"b":2}\n')],
    ['of a newer program', newer],
    ['two backups in one', Buffer.concat([whole, whole])],
  ];
  const before = await reopened(join(box, 'other'));
  for (const [name, content] of cases) {
    const bad = join(box, 'bad.backup');
    writeFileSync(bad, content);
    const error: unknown = await restoreBackup(order({ file: bad, replace: true })).catch((caught: unknown) => caught);
    expect([name, (error as Error).name]).toEqual([name, 'BackupError']);
    expect((error as Error).message).not.toContain('\n');
  }
  await expect(restoreBackup(order({ file: join(box, 'none.backup') }))).rejects.toThrow('there is no such file');
  expect(await reopened(join(box, 'other'))).toBe(before);
});

test.skipIf(!server)('a backup of either database goes into the other', async () => {
  const { url, drop } = await createEmptyServerDatabase(server ?? '');
  try {
    await restoreBackup(order({ url }));
    await expect(restoreBackup(order({ url }))).rejects.toThrow('not empty');
    const open = await openDatabase({ url, folder: '', migrations: migrationsFolder });
    await makeBackup(join(box, 'server.backup'), places({ url }));
    expect(await contents(open.db)).toBe(await reopened(join(box, 'other')));
    await expect(restoreBackup(order({ url, replace: true }))).rejects.toThrow('in use');
    await open.close();
    await restoreBackup(order({ url, replace: true }));
    await restoreBackup(order({ file: join(box, 'server.backup'), folder: join(box, 'third') }));
    expect(await reopened(join(box, 'third'))).toBe(await reopened(join(box, 'other')));
  } finally {
    await drop();
  }
});
