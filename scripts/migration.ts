/** `npm run migration -- NAME`: writes a new migration that takes the migrations so far to prisma/schema.prisma. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffMigrationsToSchema, migrationNames, migrationsDir } from './schema-engine.ts';

const name = process.argv[2]?.replace(/[^a-z0-9_]+/gi, '_');
if (!name) {
  console.error('usage: npm run migration -- NAME');
  process.exit(2);
}
const sql = await diffMigrationsToSchema();
if (!sql) {
  console.log('The schema and the migrations agree; nothing to write.');
  process.exit(0);
}
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const folder = join(migrationsDir, `${stamp}_${name}`);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'migration.sql'), sql);
writeFileSync(join(migrationsDir, 'migration_lock.toml'), 'provider = "postgresql"\n');
console.log(`Wrote prisma/migrations/${stamp}_${name}/migration.sql (${migrationNames().length} migrations).`);
process.exit(0);
