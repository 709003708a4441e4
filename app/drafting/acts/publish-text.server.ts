import { v7 as uuidv7 } from 'uuid';
import { sha256 } from '#app/hash/sha256.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { freshKeys, type DraftHead, type DraftUnit } from './draft.ts';
import { draftText, type FlatUnit } from './unit-tree.ts';
import { placementRow } from './write-version.server.ts';

export type FirstVersion = {
  teryt: string;
  consultationId: string;
  head: DraftHead;
  units: readonly FlatUnit[];
  note: string;
  createdById: string;
  now?: Date;
};

/** Writes version 1 of a consultation's text: a clause, a revision and a placement per unit. Call it inside a transaction. */
export async function writeFirstVersion(tx: Db, input: FirstVersion): Promise<void> {
  const owner = { teryt: input.teryt, consultationId: input.consultationId };
  const units = withIds(input.units);
  await tx.clause.createMany({ data: units.map((unit) => ({ id: unit.clauseId, code: unit.code, ...owner })) });
  await tx.clauseRevision.createMany({
    data: units.map((unit) => ({
      id: unit.revisionId,
      clauseId: unit.clauseId,
      version: 1,
      heading: unit.heading || null,
      text: unit.text,
      ...owner,
    })),
  });
  await tx.clausePlacement.createMany({ data: units.map((unit) => placementRow(unit, owner, 1)) });
  await tx.version.create({
    data: {
      ...owner,
      number: 1,
      kind: 'import',
      note: input.note,
      hash: sha256(draftText(input.head, units)),
      createdById: input.createdById,
      ...(input.now ? { createdAt: input.now } : {}),
    },
  });
  await tx.consultation.updateMany({ where: { id: input.consultationId }, data: { nextClause: units.length + 1 } });
}

function withIds(flat: readonly FlatUnit[]): DraftUnit[] {
  const keys = freshKeys(flat.length);
  const path: DraftUnit[] = [];
  return flat.map((row, at) => {
    while (path.length > 0 && path.at(-1)!.depth >= row.depth) path.pop();
    const unit: DraftUnit = {
      ...row,
      clauseId: uuidv7(),
      revisionId: uuidv7(),
      code: at + 1,
      parentClauseId: path.at(-1)?.clauseId ?? null,
      orderKey: keys[at]!,
    };
    path.push(unit);
    return unit;
  });
}
