import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { bumpRevision } from '#app/db/revision.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isAdmin, type Viewer } from '#app/people/viewer.ts';
import { hashOf } from '../hash.server.ts';
import { loadMethodology } from '../load-methodologies.server.ts';
import { readMethodology } from '../methodologies.server.ts';
import type { MethodologyProblem } from '../methodology-messages.ts';
import { parseMethodology } from '../methodology-schema.ts';
import { readMapping } from './bridge.ts';

export type UploadMethodologyResult =
  | { ok: true; value: { key: string; version: string } }
  | { ok: false; error: { code: 'json'; detail: string } | { code: 'problems'; problems: MethodologyProblem[] } | { code: 'used'; version: string } | { code: 'mapping'; line: string } };

/** Who may bring in a methodology: administrators, and those who lead a team. */
export function mayUpload(viewer: Viewer): boolean {
  return isAdmin(viewer) || viewer.grants.some((grant) => grant.role === 'lead');
}

/**
 * Brings in a methodology version from the text of its JSON file. Refused with every problem and its field; refused too when an edition
 * uses this version and its text differs. The pairs of `mapping` become part of the bridge from the version that came before it.
 */
export async function uploadMethodology(db: Db, { viewer, text, mapping = '' }: { viewer: Viewer; text: string; mapping?: string }): Promise<UploadMethodologyResult> {
  if (!mayUpload(viewer)) throw notFound('neither an administrator nor a lead');
  const json = readJson(text);
  if ('detail' in json) return { ok: false, error: { code: 'json', detail: json.detail } };
  const parsed = parseMethodology(json.value);
  if (!parsed.ok) return { ok: false, error: { code: 'problems', problems: parsed.problems } };
  const { methodology } = parsed;
  const { id: key, version } = methodology;
  return transaction(db, async (tx): Promise<UploadMethodologyResult> => {
    const stored = await tx.methodology.findUnique({ where: { key_version: { key, version } }, select: { id: true, hash: true, createdAt: true, _count: { select: { editions: true } } } });
    if (stored && stored.hash !== hashOf(methodology) && stored._count.editions > 0) return { ok: false, error: { code: 'used', version } };
    const before = await tx.methodology.findFirst({ where: { key, version: { not: version }, ...(stored ? { createdAt: { lt: stored.createdAt } } : {}) }, orderBy: { createdAt: 'desc' }, select: { id: true, hash: true, version: true } });
    // The same file sent again without pairs must not take the bridge from editions that are compared across it.
    const keepsBridge = mapping.trim() === '' && stored !== null && stored._count.editions > 0;
    if (before && !keepsBridge) {
      const read = readMapping(mapping, await readMethodology(tx, before), methodology);
      if (!read.ok) return { ok: false, error: { code: 'mapping', line: read.problem.line } };
      const names = { key, fromVersion: before.version, toVersion: version };
      await tx.methodologyBridge.upsert({ where: { key_fromVersion_toVersion: names }, create: { ...names, mapping: { ...read.mapping } }, update: { mapping: { ...read.mapping } } });
    }
    await loadMethodology(tx, json.value);
    const { id } = await tx.methodology.findUniqueOrThrow({ where: { key_version: { key, version } }, select: { id: true } });
    await tx.event.create({ data: { actorId: viewer.id, kind: 'methodology-loaded', subjectType: 'methodology', subjectId: id, data: { key, version, from: before?.version ?? null } } });
    await bumpRevision(tx);
    return { ok: true, value: { key, version } };
  });
}

function readJson(text: string): { value: unknown } | { detail: string } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    if (error instanceof SyntaxError) return { detail: error.message };
    throw error;
  }
}
