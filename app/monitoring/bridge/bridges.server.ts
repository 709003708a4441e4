import type { Db } from '#app/db/client.server.ts';
import type { Bridge } from '../scoring/compare.ts';
import { readMethodology } from '../access/methodologies.server.ts';
import type { EditionManifest, Words } from '../cards/scorecard-document.ts';
import { chainOf, listVersions } from './method-owners.server.ts';
import { bridgeOf, type BridgeMapping, type BridgeRow } from './bridge.ts';
import { bridgesTo } from './version-chain.ts';

export type BridgePage = { fromVersion: string; rows: (BridgeRow & { question: Words })[]; common: number; of: number };

/** The bridge from the version before, computed from both texts and the stored mapping; null for the first version. */
export async function findBridge(
  db: Db,
  { key, version }: { key: string; version: string },
): Promise<BridgePage | null> {
  const own = await db.methodology.findUnique({
    where: { key_version: { key, version } },
    select: { id: true, hash: true, createdAt: true, teamId: true },
  });
  const before =
    own &&
    (await db.methodology.findFirst({
      where: { key, createdAt: { lt: own.createdAt }, OR: [{ teamId: null }, { teamId: own.teamId }] },
      orderBy: { createdAt: 'desc' },
      select: { id: true, hash: true, version: true },
    }));
  if (!own || !before) return null;
  const stored = await db.methodologyBridge.findUnique({
    where: { key_fromVersion_toVersion: { key, fromVersion: before.version, toVersion: version } },
    select: { mapping: true },
  });
  const [older, newer] = [await readMethodology(db, before), await readMethodology(db, own)];
  const rows = bridgeOf(older, newer, (stored?.mapping ?? {}) as BridgeMapping);
  const question = ({ from, to }: BridgeRow): Words =>
    newer.indicators.find((each) => each.id === to)?.question ??
    older.indicators.find((each) => each.id === from)?.question ?? { pl: '', en: '' };
  return {
    fromVersion: before.version,
    rows: rows.map((row) => ({ ...row, question: question(row) })),
    common: rows.filter((row) => row.kind === 'same' || row.kind === 'mapped').length,
    of: newer.indicators.length,
  };
}

/**
 * Common indicators between the version of an edition and every other version, by the other's number; empty while there is one version.
 * Versions of different teams that go on from one version are branches: each is linked through its own alone.
 */
export async function findBridges(db: Db, { edition }: Pick<EditionManifest, 'edition'>): Promise<Map<string, Bridge>> {
  const { key, version } = edition.methodology;
  const versions = await listVersions(db, key);
  const own = versions.find((each) => each.version === version);
  if (!own || versions.length < 2) return new Map();
  const stored = await db.methodologyBridge.findMany({
    where: { key },
    select: { fromVersion: true, toVersion: true, mapping: true },
  });
  const branches = own.teamId === null ? [...new Set(versions.map(({ teamId }) => teamId))] : [own.teamId];
  const found = new Map<string, Bridge>();
  for (const teamId of branches) {
    const branch = chainOf(versions, teamId);
    const chain = await Promise.all(
      branch.map(async (row, at) => {
        const bridge = stored.find(
          (each) => each.toVersion === row.version && each.fromVersion === branch[at - 1]?.version,
        );
        return { methodology: await readMethodology(db, row), mapping: (bridge?.mapping ?? {}) as BridgeMapping };
      }),
    );
    for (const [other, bridge] of bridgesTo(version, chain)) found.set(other, bridge);
  }
  return found;
}
