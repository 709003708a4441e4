import type { Db } from '#app/db/client.server.ts';
import { isUniqueViolation, transaction } from '#app/db/transaction.server.ts';
import gmina2026 from '../methodology/data/methodology-gmina-2026.json';
import { hashOf } from '#app/publishing/hash.server.ts';
import type { Methodology } from '../methodology/methodology-schema.ts';
import { parseMethodology } from '../methodology/parse-methodology.ts';

const shipped: unknown[] = [gmina2026];

/** Whether this version comes with the program: nobody changes it. */
export function isShipped({ key, version }: { key: string; version: string }): boolean {
  return shipped.some((json) => {
    const { id, version: own } = json as { id: string; version: string };
    return id === key && own === version;
  });
}

/**
 * Puts the methodologies that come with the program into the database when they are missing. Throws when one breaks its own
 * rules, or differs from the stored one that an edition already uses: a changed method needs a new version.
 */
export async function loadMethodologies(db: Db): Promise<void> {
  for (const json of shipped) await loadShipped(db, json);
}

async function loadShipped(db: Db, json: unknown): Promise<void> {
  try {
    await transaction(db, (tx) => loadMethodology(tx, json));
  } catch (error) {
    // Another process started at the same time and was first.
    if (!isUniqueViolation(error)) throw error;
    await transaction(db, (tx) => loadMethodology(tx, json));
  }
}

/** One methodology from JSON, of a team or of nobody; the same one again changes nothing. Returns its key and version. */
export async function loadMethodology(
  db: Db,
  json: unknown,
  { teamId = null }: { teamId?: string | null } = {},
): Promise<{ key: string; version: string }> {
  const methodology = requireMethodology(json);
  const { id: key, version } = methodology;
  const hash = hashOf(methodology);
  const stored = await db.methodology.findUnique({ where: { key_version: { key, version } }, select: { hash: true } });
  if (stored?.hash === hash) return { key, version };
  if (stored) await replaceUnused(db, { key, version, methodology, hash, teamId });
  else await insert(db, { key, version, methodology, hash, teamId });
  return { key, version };
}

function requireMethodology(json: unknown): Methodology {
  const parsed = parseMethodology(json);
  if (parsed.ok) return parsed.methodology;
  throw new Error(
    `the methodology is not valid: ${parsed.problems.map(({ path, message }) => `${path}: ${message.en}`).join('; ')}`,
  );
}

type Row = { key: string; version: string; methodology: Methodology; hash: string; teamId: string | null };

async function replaceUnused(db: Db, { key, version, methodology, hash, teamId }: Row): Promise<void> {
  const { count } = await db.methodology.updateMany({
    where: { key, version, teamId, editions: { none: {} } },
    data: { json: methodology, hash },
  });
  if (count === 0)
    throw new Error(
      `methodology ${key} ${version} is used by an edition or belongs to somebody else and cannot change; give the new text a new version`,
    );
}

async function insert(db: Db, { key, version, methodology, hash, teamId }: Row): Promise<void> {
  await db.methodology.create({ data: { key, version, json: methodology, hash, teamId } });
}
