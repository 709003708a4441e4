import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Methodology } from '../methodology/methodology-schema.ts';
import { methodologySchema } from '../methodology/parse-methodology.ts';
import { publicAt } from './release-stage.ts';

const read = new Map<string, Methodology>();

/** The text of a stored version. Read once per process: its hash names it, so it cannot go stale. */
export async function readMethodology(db: Db, { id, hash }: { id: string; hash: string }): Promise<Methodology> {
  const known = read.get(hash);
  if (known) return known;
  const row = await db.methodology.findUniqueOrThrow({ where: { id }, select: { json: true } });
  const methodology = methodologySchema.parse(row.json);
  read.set(hash, methodology);
  return methodology;
}

export type StoredMethodology = {
  id: string;
  hash: string;
  methodology: Methodology;
  /** Whose it is; null for what came with the program. */ team: string | null;
  editions: { slug: string; titlePl: string; titleEn: string }[];
};

/** A methodology version with the published editions that use it; throws not found. */
export async function getMethodology(
  db: Db,
  { key, version, now = new Date() }: { key: string; version: string; now?: Date },
): Promise<StoredMethodology> {
  const row = await db.methodology.findUnique({
    where: { key_version: { key, version } },
    select: {
      id: true,
      hash: true,
      team: { select: { name: true } },
      editions: {
        where: publicAt(now),
        orderBy: { publishedAt: 'desc' },
        select: { slug: true, titlePl: true, titleEn: true },
      },
    },
  });
  if (!row) throw notFound(`no methodology ${key} ${version}`);
  return {
    id: row.id,
    hash: row.hash,
    methodology: await readMethodology(db, row),
    team: row.team?.name ?? null,
    editions: row.editions,
  };
}

export type MethodologyChoice = {
  key: string;
  version: string;
  title: { pl: string; en: string };
  team: string | null;
};

/** All versions, the newest first. */
export async function listMethodologies(db: Db): Promise<MethodologyChoice[]> {
  const rows = await db.methodology.findMany({
    orderBy: { createdAt: 'desc' },
    select: { id: true, hash: true, key: true, version: true, team: { select: { name: true } } },
  });
  return Promise.all(
    rows.map(async ({ key, version, team, ...row }) => ({
      key,
      version,
      team: team?.name ?? null,
      title: (await readMethodology(db, row)).title,
    })),
  );
}
