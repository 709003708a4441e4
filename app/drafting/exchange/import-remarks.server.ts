import { needsSecond } from '#app/drafting/office/gate.server.ts';
import { tellWaiting } from '#app/drafting/office/tell-officials.server.ts';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { dayOf, warsawInstant } from '#app/i18n/dates.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvents } from '#app/record/record-event.server.ts';
import { nextTurn } from '#app/workers/next-turn.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { placeNear } from '../near/place-near.server.ts';
import { lockConsultation } from '../office/lock-consultation.server.ts';
import { rulingPrint } from '../rulings/own-words.server.ts';
import { requireOffice } from '../register/require-office.server.ts';
import { keysOfLikeness } from './tasks.server.ts';
import type { ImportedRemark } from './plan-import.ts';

export type ImportResult =
  | { ok: true; value: { entered: number; known: number; first: number | null } }
  | { ok: false; error: { code: 'closed' } };

/** Rows written by one statement: a statement has room for some 65,000 values. */
const batch = 1_000;

/**
 * Enters the rows of a table into the register: a letter of one point each, with its ruling where the table has one, in the
 * office's own words, or the draft of one where two officials are needed. One Event for every filing and for every ruling; no letters go out. Rows that are in the register already
 * from an earlier import are passed over, so that the same file twice enters nothing twice. For officials of the municipality.
 */
export async function importRemarks(
  db: Db,
  input: { viewer: Viewer; slug: string; remarks: readonly ImportedRemark[]; now?: Date },
): Promise<ImportResult> {
  const { viewer, slug } = input;
  const now = input.now ?? new Date();
  const { id: consultationId, teryt } = await requireOffice(db, { viewer, slug });
  const alike = await likenessOf(input.remarks);
  return transaction(db, async (tx): Promise<ImportResult> => {
    await lockConsultation(tx, consultationId);
    const { sentAt, closesAt, version, fourEyes, title } = await tx.consultation.findUniqueOrThrow({
      where: { id: consultationId },
      select: { sentAt: true, closesAt: true, version: true, fourEyes: true, title: true },
    });
    if (sentAt !== null) return { ok: false, error: { code: 'closed' } };
    const fresh = await withoutKnown(tx, consultationId, input.remarks);
    const known = input.remarks.length - fresh.length;
    if (fresh.length === 0) return { ok: true, value: { entered: 0, known, first: null } };
    const { nextRemark } = await tx.consultation.update({
      where: { id: consultationId },
      data: { nextRemark: { increment: fresh.length } },
      select: { nextRemark: true },
    });
    const first = nextRemark - fresh.length;
    // Under four eyes a ruling of the table is a draft of who brings it in, handed in for another official.
    const asDrafts = await needsSecond(tx, { id: consultationId, fourEyes }, { viewer, write: 'imported-rulings' });
    const context = { owner: { teryt, consultationId }, viewer, closesAt, version, now, asDrafts, alike };
    for (let from = 0; from < fresh.length; from += batch) {
      await writeRows(
        tx,
        fresh.slice(from, from + batch).map((remark, at) => rowsOf(remark, first + from + at, context)),
      );
    }
    const waiting = asDrafts ? fresh.flatMap(({ ruling }, at) => (ruling?.reason ? [first + at] : [])) : [];
    if (waiting.length > 0)
      await tellWaiting(tx, {
        consultation: { teryt, slug, title },
        drafts: { kind: 'rulings', numbers: waiting },
        by: viewer,
        event: `import:${consultationId}:${first}`,
        now,
      });
    await placeNear(tx, consultationId);
    await bumpRevision(tx, consultationScope(slug));
    return { ok: true, value: { entered: fresh.length, known, first } };
  });
}

/** Keys by which equal remarks are found, made on a thread before anything is locked. */
async function likenessOf(remarks: readonly ImportedRemark[]): Promise<ReadonlyMap<ImportedRemark, string>> {
  const keys = new Map<ImportedRemark, string>();
  const worded = remarks.filter(({ reason }) => reason !== '');
  for (let from = 0; from < worded.length; from += batch) {
    const part = worded.slice(from, from + batch);
    const made = await runTask(
      keysOfLikeness,
      part.map(({ reason, place }) => ({ reason, place, operations: [] })),
    );
    for (const [at, remark] of part.entries()) keys.set(remark, made[at]!);
    await nextTurn();
  }
  return keys;
}

const keyOf = (sign: string | null, day: string, place: string | null, reason: string, name: string) =>
  JSON.stringify([sign, day, place, reason, name]);

/** The rows that the register does not have yet; a row that stands twice in the table counts twice. */
async function withoutKnown(
  tx: Db,
  consultationId: string,
  remarks: readonly ImportedRemark[],
): Promise<ImportedRemark[]> {
  const there = await tx.remark.findMany({
    where: { consultationId, authorId: null },
    select: {
      sign: true,
      filedAt: true,
      place: true,
      reason: true,
      filing: { select: { authorName: true, privateName: true } },
    },
  });
  const counts = new Map<string, number>();
  for (const { sign, filedAt, place, reason, filing } of there) {
    const key = keyOf(sign, dayOf(filedAt), place, reason, filing.privateName ?? filing.authorName);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return remarks.filter(({ sign, receivedOn, place, reason, authorName }) => {
    const key = keyOf(sign, receivedOn, place, reason, authorName);
    const left = counts.get(key) ?? 0;
    if (left > 0) counts.set(key, left - 1);
    return left === 0;
  });
}

type RowContext = {
  owner: { teryt: string; consultationId: string };
  viewer: Viewer;
  closesAt: Date;
  version: number;
  now: Date;
  asDrafts: boolean;
  alike: ReadonlyMap<ImportedRemark, string>;
};

function rowsOf(
  imported: ImportedRemark,
  number: number,
  { owner, viewer, closesAt, version, now, asDrafts, alike }: RowContext,
) {
  const [filingId, remarkId, rulingId] = [uuidv7(), uuidv7(), uuidv7()];
  const ruling = asDrafts ? null : imported.ruling;
  const draft = asDrafts ? imported.ruling : null;
  const draftState = draft?.reason ? 'waiting' : 'draft';
  const { channel, authorName, organisation, place, category, sign, reason } = imported;
  const receivedAt = warsawInstant(imported.receivedOn, '00:00');
  if (!receivedAt) throw new Error(`no such day: ${imported.receivedOn}`);
  const event = { ...owner, actorId: viewer.id, subject: { type: 'remark', id: remarkId }, at: now };
  return {
    filing: {
      id: filingId,
      ...owner,
      number,
      channel,
      authorName: '',
      privateName: authorName || null,
      organisation,
      contactEmail: imported.contactEmail,
      contactAddress: imported.contactAddress,
      caseSign: imported.caseSign,
      receivedAt,
      filedAt: now,
      enteredById: viewer.id,
      enteredByName: viewer.displayName,
      isLate: receivedAt >= closesAt,
    },
    remark: {
      id: remarkId,
      ...owner,
      filingId,
      number,
      kind: 'remark',
      channel,
      authorName: '',
      organisation,
      reason,
      place,
      category,
      sign,
      againstVersion: version,
      state: ruling?.decision ?? 'open',
      filedAt: receivedAt,
      likeness: alike.get(imported) ?? '',
    },
    ruling: ruling && {
      id: rulingId,
      ...owner,
      remarkId,
      decision: ruling.decision,
      decisionWords: ruling.words,
      reason: ruling.reason,
      againstVersion: version,
      madeById: viewer.id,
      madeByName: viewer.displayName,
      madeAt: now,
    },
    draft: draft && {
      id: rulingId,
      ...owner,
      remarkId,
      state: draftState,
      decision: draft.decision,
      decisionWords: draft.words,
      reason: draft.reason,
      againstVersion: version,
      remarkRevision: 1,
      draftedById: viewer.id,
      draftedByName: viewer.displayName,
      createdAt: now,
      updatedAt: now,
    },
    events: [
      {
        ...event,
        kind: 'remark-filed' as const,
        data: {
          number,
          filing: number,
          version,
          channel,
          imported: true,
          enteredByOffice: true,
          late: receivedAt >= closesAt,
        },
      },
      ...(ruling
        ? [
            {
              ...event,
              kind: 'remark-decided' as const,
              data: { number, decision: ruling.decision, ruling: rulingId, version: null, imported: true },
            },
          ]
        : []),
      ...(draft
        ? [
            {
              ...event,
              subject: { type: 'draft', id: rulingId },
              kind: draftState === 'waiting' ? ('draft-handed-in' as const) : ('draft-saved' as const),
              data: {
                number,
                decision: draft.decision,
                version,
                imported: true,
                print: rulingPrint({ ...draft, finals: new Map() }),
              },
            },
          ]
        : []),
    ],
  };
}

async function writeRows(tx: Db, rows: readonly ReturnType<typeof rowsOf>[]): Promise<void> {
  await tx.filing.createMany({ data: rows.map(({ filing }) => filing) });
  await tx.remark.createMany({ data: rows.map(({ remark }) => remark) });
  await tx.ruling.createMany({ data: rows.flatMap(({ ruling }) => (ruling ? [ruling] : [])) });
  await tx.rulingDraft.createMany({ data: rows.flatMap(({ draft }) => (draft ? [draft] : [])) });
  await recordEvents(
    tx,
    rows.flatMap(({ events }) => events),
  );
}
