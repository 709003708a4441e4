/** Opens the embedded database so that it is as safe as a local PostgreSQL for one process. */
import { existsSync, fsyncSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { SqlRunner } from './migrate.server.ts';

type Mount = { stream_ops: { fsync?: (stream: { nfd: number }) => number } };

let syncs = 0;

const options = {
  // Without -F PostgreSQL asks for syncs; fdatasync has no way through to Node, fsync has.
  startParams: [...PGlite.defaultStartParams.filter((part) => part !== '-F'), '-c', 'wal_sync_method=fsync'],
  postgresqlconf: ["shared_buffers = '16MB'"],
};

/** Opens `folder`; a new folder is filled from `template` (a tar of an initialised one) when that is there. */
export async function openPglite(folder: string, template?: string): Promise<PGlite> {
  const files = join(folder, 'pglite');
  // Made under another name first: a start that is cut off leaves no half database behind.
  const fresh = `${files}.new`;
  if (!existsSync(files)) {
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true });
    const made = await PGlite.create(fresh, { ...options, ...templateOption(template) });
    await made.close();
    renameSync(fresh, files);
  }
  const pg = await create(files);
  syncEveryCommit(pg);
  await checkSync(pg);
  return pg;
}

/** What PGlite says of files that it cannot take is for programmers. */
async function create(files: string): Promise<PGlite> {
  try {
    return await PGlite.create(files, options);
  } catch (cause) {
    const version = existsSync(join(files, 'PG_VERSION'))
      ? `format ${readFileSync(join(files, 'PG_VERSION'), 'utf8').trim()}`
      : 'no PG_VERSION';
    const said = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0];
    throw new Error(
      `the embedded database in ${files} (${version}) cannot be opened: ${said}. Restore a backup, or move the folder away to begin anew`,
      { cause },
    );
  }
}

function templateOption(template: string | undefined): { loadDataDir?: Blob } {
  return template && existsSync(template) ? { loadDataDir: new Blob([readFileSync(template)]) } : {};
}

/** The mounted Node file system comes without an fsync operation; this gives it one. */
function syncEveryCommit(pg: PGlite): void {
  const fs = pg.Module.FS as unknown as { lookupPath(path: string): { node: { mount: { type: Mount } } } };
  fs.lookupPath('/pglite/data').node.mount.type.stream_ops.fsync = (stream) => {
    fsyncSync(stream.nfd);
    syncs += 1;
    return 0;
  };
}

/** The way in is an internal of PGlite that may move, so a start without a real sync is refused. */
async function checkSync(pg: PGlite): Promise<void> {
  const before = syncs;
  await pg.exec(
    'create table if not exists "_sync_check" (n int); begin; delete from "_sync_check"; insert into "_sync_check" values (1); commit;',
  );
  if (syncs === before) {
    await pg.close();
    throw new Error('the embedded database does not sync to disk with this version of PGlite; use DATABASE_URL');
  }
}

/**
 * Copies the files of an open database while nobody writes: they are what a machine that stopped at that moment would find, and
 * are opened as after that. Questions wait as long as the copying takes; pages in memory do not.
 */
export async function copyPglite(pg: PGlite, folder: string, copy: string): Promise<void> {
  await pg.exec('checkpoint');
  await pg.runExclusive(async () => {
    await mkdir(copy, { recursive: true, mode: 0o700 });
    await cp(join(folder, 'pglite'), join(copy, 'pglite'), { recursive: true });
  });
}

export function pgliteRunner(pg: Pick<PGlite, 'exec' | 'query'>): SqlRunner {
  return {
    exec: async (sql) => void (await pg.exec(sql)),
    query: async (sql, params) => (await pg.query(sql, params)).rows as never,
    // The folder lock already keeps every other process out.
    exclusively: (work) => work(),
  };
}
