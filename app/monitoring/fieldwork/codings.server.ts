import type { Db } from '#app/db/client.server.ts';
import type { CellCoding } from '../cards/cells.ts';
import type { AnswerState } from '../scoring/model.ts';
import type { CaptureFile, EvidenceItem } from '../cards/evidence.ts';

export type StoredCoding = CellCoding & { teryt: string; indicator: string };

/** The codings of an edition, of one municipality or of some indicators; of a cell the first slot before the second. */
export async function listCodings(
  db: Db,
  where: { editionId: string; teryt?: string; indicator?: string | { in: string[] } },
): Promise<StoredCoding[]> {
  const rows = await db.coding.findMany({
    where,
    orderBy: [{ teryt: 'asc' }, { indicator: 'asc' }, { slot: 'asc' }],
  });
  // Asked for by what the codings are, not by their ids: a large edition has more of these than a question to the database may name.
  const evidence = new Map<string, EvidenceItem[]>();
  for (const row of await db.evidence.findMany({ where: { coding: where }, orderBy: { seq: 'asc' } })) {
    const own = evidence.get(row.codingId);
    if (own) own.push(evidenceItem(row));
    else evidence.set(row.codingId, [evidenceItem(row)]);
  }
  return rows.map((row) => ({
    id: row.id,
    teryt: row.teryt,
    indicator: row.indicator,
    slot: row.slot,
    coderId: row.coderId,
    revision: row.revision,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    state: row.state as AnswerState,
    level: row.level,
    reason: row.reason,
    requestedOn: row.requestedOn,
    coder: row.coderName,
    codedAt: row.updatedAt.toISOString(),
    evidence: evidence.get(row.id) ?? [],
  }));
}

type EvidenceRow = {
  url: string;
  place: string;
  note: string;
  capturedAt: Date;
  isPlatform: boolean;
  fileHash: string | null;
  fileName: string | null;
  fileType: string | null;
  fileSize: number | null;
};

function evidenceItem({ url, place, note, capturedAt, isPlatform, ...row }: EvidenceRow): EvidenceItem {
  const file = captureOf(row);
  return {
    url,
    place,
    note,
    capturedAt: capturedAt.toISOString(),
    ...(file ? { file } : {}),
    ...(isPlatform ? { isPlatform } : {}),
  };
}

function captureOf({
  fileHash,
  fileName,
  fileType,
  fileSize,
}: Pick<EvidenceRow, 'fileHash' | 'fileName' | 'fileType' | 'fileSize'>): CaptureFile | null {
  return fileHash === null ? null : { hash: fileHash, name: fileName ?? '', type: fileType ?? '', size: fileSize ?? 0 };
}
