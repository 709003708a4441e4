import { needsSecond, type Approves } from '#app/drafting/office/gate.server.ts';
import type { DraftChange } from '#app/drafting/acts/draft.ts';
import { loadDraft, loadUnits, type Draft } from '#app/drafting/acts/load-draft.server.ts';
import type { VersionChange } from '#app/drafting/acts/version-note.ts';
import { writeVersion } from '#app/drafting/acts/write-version.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isOfficialOf, type Viewer } from '#app/people/viewer.ts';
import type { CarriedRemark } from '../carry/carry-plan.ts';
import { carryRemarks } from '../carry/carry-remarks.server.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import { tellFits } from '../carry/tell-fits.server.ts';
import { lockConsultation } from '../office/lock-consultation.server.ts';
import { notedChanges } from '../carry/noted-changes.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { otherMarkIn, type EditorialInput } from './editorial-change.ts';
import type { EditedText } from './editorial-text.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { editText } from './tasks.server.ts';

export type EditorialError =
  | Extract<EditedText, { ok: false }>['error']
  | NonNullable<ReturnType<typeof otherMarkIn>>
  | { code: 'reason-required' }
  | { code: 'moved' }
  | { code: 'sent' }
  | { code: 'report-closed' }
  | { code: 'four-eyes' };
export type EditorialResult =
  | { ok: true; value: { version: number; carried: CarriedRemark[] } }
  | { ok: false; error: EditorialError };

/**
 * The office changes the text without a remark behind it, with a reason that everybody reads: the next version, the
 * carrying-over of every open remark the change touches, a line of the record for each and letters, all or nothing.
 * Refused (`moved`) when `againstVersion` is not the newest, (`report-closed`) when a report was closed since the page was made, and once
 * the text went to the council.
 */
export async function writeEditorial(
  db: Db,
  input: {
    viewer: Viewer;
    slug: string;
    change: EditorialInput;
    reason: string;
    againstVersion: number;
    now?: Date;
    /** Number of the newest closed report on the page; with one this is a correction and stands in the report's list of them. */
    report?: number;
    /** The draft that this brings into force, under four eyes. */
    approves?: Approves;
  },
): Promise<EditorialResult> {
  const { viewer, slug } = input;
  const consultation = await db.consultation.findUnique({ where: { slug }, select: { id: true, teryt: true } });
  if (!consultation || !isOfficialOf(viewer, consultation.teryt)) throw notFound('not an official here');
  return transaction(db, async (tx): Promise<EditorialResult> => {
    await lockConsultation(tx, consultation.id);
    const draft = await loadDraft(tx, { id: consultation.id });
    const { sentAt, fourEyes } = await tx.consultation.findUniqueOrThrow({
      where: { id: consultation.id },
      select: { sentAt: true, fourEyes: true },
    });
    if (sentAt) return { ok: false, error: { code: 'sent' } };
    if (draft.version !== input.againstVersion) return { ok: false, error: { code: 'moved' } };
    const other = otherMarkIn(draft.units, input.change);
    if (other) return { ok: false, error: other };
    const planned = await runTask(editText, {
      draft: { units: draft.units, numbering: draft.numbering },
      change: input.change,
    });
    if (!planned.ok) return planned;
    if ((await newestReport(tx, consultation.id)) !== (input.report ?? 0))
      return { ok: false, error: { code: 'report-closed' } };
    if (input.reason === '') return { ok: false, error: { code: 'reason-required' } };
    if (await needsSecond(tx, { id: consultation.id, fourEyes }, { ...input, write: 'editorial' }))
      return { ok: false, error: { code: 'four-eyes' } };
    return {
      ok: true,
      value: await write(tx, {
        ...input,
        now: input.now ?? new Date(),
        draft: { ...draft, numbering: planned.value.numbering },
        changes: planned.value.changes,
      }),
    };
  });
}

/** Number of the newest closed report; 0 while there is none. */
export async function newestReport(db: Db, consultationId: string): Promise<number> {
  return (await db.report.aggregate({ where: { consultationId }, _max: { number: true } }))._max.number ?? 0;
}

type Step = {
  viewer: Viewer;
  slug: string;
  change: EditorialInput;
  reason: string;
  draft: Draft;
  changes: DraftChange[];
  now: Date;
};

async function write(tx: Db, step: Step): Promise<{ version: number; carried: CarriedRemark[] }> {
  const { viewer, draft, changes, now } = step;
  const owner = { teryt: draft.teryt, consultationId: draft.consultationId };
  const noted: VersionChange[] =
    step.change.op === 'renumber'
      ? [{ op: 'renumber', citation: '' }]
      : notedChanges(changes, citationsByClause(draft.units));
  const version = await writeVersion(tx, draft, changes, {
    kind: 'editorial',
    rulingId: null,
    note: step.reason,
    changes: noted,
    createdById: viewer.id,
    createdAt: now,
  });
  if (version === null) throw new Error(`the text of ${draft.slug} changed under the lock`);
  await recordEvent(tx, {
    ...owner,
    kind: 'text-edited',
    actorId: viewer.id,
    subject: { type: 'consultation', id: draft.consultationId },
    data: { version, op: step.change.op },
    at: now,
  });
  const carried = await carryRemarks(tx, {
    ...owner,
    rulingId: null,
    actorId: viewer.id,
    before: draft.units,
    after: await loadUnits(tx, draft.consultationId, version),
    version,
    now,
  });
  await tellFits(tx, { teryt: draft.teryt, slug: draft.slug, title: draft.title, carried, version, now });
  return { version, carried };
}
