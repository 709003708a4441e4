import { requireLimit } from '#app/limits/take-limit.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { readJson } from '#app/forms/read-json.ts';
import { bumpRevision } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isAdmin, isLeadOf, ledTeams, type Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { hashOf } from '#app/publishing/hash.server.ts';
import { isShipped, loadMethodology } from '../access/load-methodologies.server.ts';
import { readMethodology } from '../access/methodologies.server.ts';
import type { MethodologyProblem } from '../methodology/methodology-messages.ts';
import type { Methodology } from '../methodology/methodology-schema.ts';
import { parseMethodology } from '../methodology/parse-methodology.ts';
import { readMapping } from './bridge.ts';
import { chainOf, isUsed, listVersions, type StoredVersion } from './method-owners.server.ts';

type UploadMethodologyError =
  | { code: 'json'; detail: string }
  | { code: 'problems'; problems: MethodologyProblem[] }
  | { code: 'mapping'; line: string }
  /** The viewer leads several teams and named none. */
  | { code: 'team' }
  /** An edition refers to the version, or reaches another one across its bridge. */
  | { code: 'used' | 'bridge-used'; version: string }
  /** Somebody of the team brought other words under this number since the page was opened. */
  | { code: 'moved'; version: string }
  /** The version, or the identifier, is another team's, or came with the program. */
  | { code: 'others' | 'key-taken' | 'built-in'; version: string };
export type UploadMethodologyResult =
  | { ok: true; value: { key: string; version: string } }
  | { ok: false; error: UploadMethodologyError };

type Upload = {
  viewer: Viewer;
  text: string;
  mapping?: string;
  /** Versions that the page knew, as „key/version”, with their hashes: another one is not overwritten. */ shown: ReadonlyMap<
    string,
    string
  >;
  /** The team it is to belong to; needed only from who leads several. */ teamId?: string | null;
};

/** Who may bring in a methodology: administrators, and those who lead a team. */
export function mayUpload(viewer: Viewer): boolean {
  return isAdmin(viewer) || ledTeams(viewer).length > 0;
}

/**
 * Brings in a methodology version from the text of its JSON file, for the team that the viewer leads. Nobody changes what another team
 * brought or what came with the program, and a version or bridge that an edition refers to is frozen for everybody. The same file
 * again changes nothing. The pairs of `mapping` become part of the bridge from the version that came before it.
 */
export async function uploadMethodology(db: Db, input: Upload): Promise<UploadMethodologyResult> {
  const { viewer, text, mapping = '', shown } = input;
  if (!mayUpload(viewer)) throw notFound('neither an administrator nor a lead');
  const owner = ownerFor(viewer, input.teamId ?? null);
  if (owner === undefined) return { ok: false, error: { code: 'team' } };
  await requireLimit(db, 'upload', { person: viewer.id });
  const json = jsonOf(text);
  if ('detail' in json) return { ok: false, error: { code: 'json', detail: json.detail } };
  const parsed = parseMethodology(json.value);
  if (!parsed.ok) return { ok: false, error: { code: 'problems', problems: parsed.problems } };
  return transaction(db, (tx) =>
    store(tx, { viewer, owner, methodology: parsed.methodology, json: json.value, mapping, shown }),
  );
}

/** The team a file is brought in for; null for the installation itself, undefined where the viewer has to say. */
function ownerFor(viewer: Viewer, asked: string | null): string | null | undefined {
  if (asked) {
    if (!isLeadOf(viewer, asked)) throw notFound('not the lead of this team');
    return asked;
  }
  const led = ledTeams(viewer);
  if (led.length === 0) return null;
  return led.length === 1 ? led[0] : undefined;
}

type Storing = {
  viewer: Viewer;
  owner: string | null;
  methodology: Methodology;
  json: unknown;
  mapping: string;
  shown: ReadonlyMap<string, string>;
};

async function store(
  tx: Db,
  { viewer, owner, methodology, json, mapping, shown }: Storing,
): Promise<UploadMethodologyResult> {
  const { id: key, version } = methodology;
  const refuse = (error: UploadMethodologyError): UploadMethodologyResult => ({ ok: false, error });
  // One at a time for a key: two teams must not both be the first; and an edition that begins meanwhile waits.
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${`methodology:${key}`}))::text`;
  await tx.$queryRaw`select id from "Methodology" where key = ${key} order by id for update`;
  const versions = await listVersions(tx, key);
  const stored = versions.find((each) => each.version === version) ?? null;
  const isSame = stored?.hash === hashOf(methodology);
  if (stored && isSame && mapping.trim() === '') return { ok: true, value: { key, version } };
  const taken = refusalFor(versions, { stored, owner, key });
  if (taken) return refuse({ code: taken, version });
  if (stored && !isSame && isUsed(versions, stored)) return refuse({ code: 'used', version });
  if (stored && !isSame && shown.get(`${key}/${version}`) !== stored.hash) return refuse({ code: 'moved', version });
  const chain = chainOf(versions, owner);
  const before =
    chain.filter((each) => each !== stored && (!stored || each.createdAt < stored.createdAt)).at(-1) ?? null;
  if (before) {
    const read = readMapping(mapping, await readMethodology(tx, before), methodology);
    if (!read.ok) return refuse({ code: 'mapping', line: read.problem.line });
    const isBridgeUsed = stored !== null && isUsed(versions, stored);
    if (
      !(await writeBridge(tx, {
        key,
        from: before.version,
        to: version,
        owner,
        mapping: { ...read.mapping },
        isFrozen: isBridgeUsed,
      }))
    )
      return refuse({ code: 'bridge-used', version });
  }
  await loadMethodology(tx, json, { teamId: owner });
  const { id } = await tx.methodology.findUniqueOrThrow({
    where: { key_version: { key, version }, teamId: owner },
    select: { id: true },
  });
  await recordEvent(tx, {
    actorId: viewer.id,
    kind: 'methodology-loaded',
    subject: { type: 'methodology', id: id },
    data: { key, version, team: owner, from: before?.version ?? null },
  });
  await bumpRevision(tx);
  return { ok: true, value: { key, version } };
}

/** Whose a version is, and whose the identifier: of who brought its first version. Anybody may go on from what came with the program. */
function refusalFor(
  versions: readonly StoredVersion[],
  { stored, owner, key }: { stored: StoredVersion | null; owner: string | null; key: string },
): 'others' | 'key-taken' | 'built-in' | null {
  if (stored) {
    if (stored.teamId !== owner) return stored.teamId === null ? 'built-in' : 'others';
    return owner === null && isShipped({ key, version: stored.version }) ? 'built-in' : null;
  }
  const [first] = versions;
  return first && first.teamId !== null && first.teamId !== owner ? 'key-taken' : null;
}

type Bridging = {
  key: string;
  from: string;
  to: string;
  owner: string | null;
  mapping: Record<string, string>;
  isFrozen: boolean;
};

/** False where the bridge is another one already and may not change. */
async function writeBridge(tx: Db, { key, from, to, owner, mapping, isFrozen }: Bridging): Promise<boolean> {
  const names = { key, fromVersion: from, toVersion: to };
  const stored = await tx.methodologyBridge.findUnique({
    where: { key_fromVersion_toVersion: names },
    select: { mapping: true },
  });
  if (canonicalJson(stored?.mapping ?? {}) === canonicalJson(mapping) && (stored || isFrozen)) return true;
  if (isFrozen) return false;
  if (!stored) {
    await tx.methodologyBridge.create({ data: { ...names, teamId: owner, mapping } });
    return true;
  }
  const { count } = await tx.methodologyBridge.updateMany({ where: { ...names, teamId: owner }, data: { mapping } });
  return count === 1;
}

function jsonOf(text: string): { value: unknown } | { detail: string } {
  try {
    return { value: readJson(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    if (error instanceof SyntaxError) return { detail: error.message };
    throw error;
  }
}
