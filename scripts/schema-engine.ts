/**
 * Prisma's schema engine as WebAssembly, run in this process. The ordinary engine is a download from outside the
 * registry; this one comes with the install. Internal to Prisma, so only this file knows it.
 */
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import type * as EngineModule from '@prisma/schema-engine-wasm';

const require = createRequire(import.meta.url);

export const root = dirname(import.meta.dirname);
export const migrationsDir = join(root, 'prisma/migrations');
export const schemaFile = join(root, 'prisma/schema.prisma');

async function loadEngine(): Promise<typeof EngineModule> {
  const folder = dirname(require.resolve('@prisma/schema-engine-wasm'));
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = readFileSync(join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return glue;
}

/** Names of the migration folders, oldest first. */
export function migrationNames(): string[] {
  if (!existsSync(migrationsDir)) return [];
  return readdirSync(migrationsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** SQL that takes a database made by the migrations to the schema; empty when they agree. */
export async function diffMigrationsToSchema(): Promise<string> {
  const { SchemaEngine } = await loadEngine();
  // The engine replays the migrations on an empty database; of another one it asks nothing when two states are compared.
  const shadow = await PGlite.create();
  const adapter = new PrismaPGlite(shadow);
  const factory = Object.assign(Object.create(adapter), {
    adapterName: adapter.adapterName,
    provider: adapter.provider,
    connect: () => adapter.connect(),
    connectToShadowDb: () => new PrismaPGlite(shadow).connect(),
  }) as Parameters<typeof bindMigrationAwareSqlAdapterFactory>[0];
  const engine = await SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    const { stdout, exitCode } = await engine.diff({
      from: {
        tag: 'migrations',
        baseDir: migrationsDir,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: migrationNames().map((name) => ({
          path: name,
          migrationFile: {
            path: 'migration.sql',
            content: { tag: 'ok', value: readFileSync(join(migrationsDir, name, 'migration.sql'), 'utf8') },
          },
        })),
      },
      to: { tag: 'schemaDatamodel', files: [{ path: schemaFile, content: readFileSync(schemaFile, 'utf8') }] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? '' : (stdout ?? '');
  } finally {
    engine.free();
    await shadow.close();
  }
}
