import type { Db } from '#app/db/client.server.ts';
import type { Bridge } from '../compare.ts';
import { readMethodology } from '../methodologies.server.ts';
import type { EditionManifest, Words } from '../scorecard-document.ts';
import { bridgeOf, type BridgeMapping, type BridgeRow } from './bridge.ts';
import { bridgesTo } from './version-chain.ts';

export type BridgePage = { fromVersion: string; rows: (BridgeRow & { question: Words })[]; common: number; of: number };

/** The bridge from the version before, computed from both texts and the stored mapping; null for the first version. */
export async function findBridge(db: Db, { key, version }: { key: string; version: string }): Promise<BridgePage | null> {
  const own = await db.methodology.findUnique({ where: { key_version: { key, version } }, select: { id: true, hash: true, createdAt: true } });
  const before = own && await db.methodology.findFirst({ where: { key, createdAt: { lt: own.createdAt } }, orderBy: { createdAt: 'desc' }, select: { id: true, hash: true, version: true } });
  if (!own || !before) return null;
  const stored = await db.methodologyBridge.findUnique({ where: { key_fromVersion_toVersion: { key, fromVersion: before.version, toVersion: version } }, select: { mapping: true } });
  const [older, newer] = [await readMethodology(db, before), await readMethodology(db, own)];
  const rows = bridgeOf(older, newer, (stored?.mapping ?? {}) as BridgeMapping);
  const question = ({ from, to }: BridgeRow): Words =>
    newer.indicators.find((each) => each.id === to)?.question ?? older.indicators.find((each) => each.id === from)?.question ?? { pl: '', en: '' };
  return {
    fromVersion: before.version, rows: rows.map((row) => ({ ...row, question: question(row) })),
    common: rows.filter((row) => row.kind === 'same' || row.kind === 'mapped').length, of: newer.indicators.length,
  };
}

/** Common indicators between the version of an edition and every other version, by the other's number; empty while there is one version. */
export async function findBridges(db: Db, { edition }: Pick<EditionManifest, 'edition'>): Promise<Map<string, Bridge>> {
  const { key, version } = edition.methodology;
  const versions = await db.methodology.findMany({ where: { key }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select: { id: true, hash: true, version: true } });
  if (versions.length < 2) return new Map();
  const stored = await db.methodologyBridge.findMany({ where: { key }, select: { fromVersion: true, toVersion: true, mapping: true } });
  const chain = await Promise.all(versions.map(async (row, at) => {
    const bridge = stored.find((each) => each.toVersion === row.version && each.fromVersion === versions[at - 1]?.version);
    return { methodology: await readMethodology(db, row), mapping: (bridge?.mapping ?? {}) as BridgeMapping };
  }));
  return bridgesTo(version, chain);
}
