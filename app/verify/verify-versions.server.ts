import { sha256 } from '#app/hash/sha256.server.ts';
import { readAllUnits } from '#app/drafting/acts/read-units.server.ts';
import type { DraftHead, DraftUnit } from '#app/drafting/acts/draft.ts';
import { draftText } from '#app/drafting/acts/unit-tree.ts';
import { versionChangeSchema } from '#app/drafting/acts/version-note.ts';
import type { Db } from '#app/db/client.server.ts';
import { AppError } from '#app/errors/app-error.ts';
import type { UnitType } from '#app/text/tree/types.ts';
import { nextTurn } from '#app/workers/next-turn.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { z } from 'zod';
import { officeActs } from '#app/approvals/office-acts.server.ts';
import { planEditorial } from '#app/drafting/editorial/editorial-change.ts';
import { withMarks } from '#app/drafting/editorial/editorial-text.ts';
import { operationSelect } from '#app/drafting/rulings/load-decidable.server.ts';
import { plannedOperations } from '#app/drafting/rulings/plan-operations.ts';
import { asksTheSame, leadFirst } from '#app/drafting/rulings/rule-group.server.ts';
import type { PlannedOperation } from '#app/drafting/rulings/ruling-plan.ts';
import { sameWritten, type Difference } from '#app/record/difference.ts';
import { goAlong } from '#app/drafting/rulings/go-along.ts';
import { loadChain, retrace } from '#app/drafting/rulings/ruling-chain.server.ts';
import { unitsOfChanges } from '#app/drafting/acts/touched-units.ts';
import { replaySteps, retraceRuling, retraceTogether } from './tasks.server.ts';
import { changesText } from '#app/drafting/state/remark-state.ts';
import type { Recorded, Step } from '#app/drafting/rulings/recorded-ruling.ts';
import { changesOfOffice } from './recorded-changes.ts';
import type { StoredStep } from './replay-step.ts';

type Consultation = { id: string; version: number; head: DraftHead; numbering: 'draft' | 'adopted' };

/**
 * Makes every version of a draft again: its text from its wordings, held against its hash, and each from the one before and the act that
 * made it. That is a ruling with the amendment as it stood and the words the office gave instead, or a change by the office itself, whose
 * words nothing but the new version holds unless two officials made it. The first version has nothing before it but its hash.
 */
export async function verifyVersions(db: Db, consultation: Consultation): Promise<Difference[]> {
  const { id, version: newest, head } = consultation;
  const found: Difference[] = [];
  const versions = await db.version.findMany({ where: { consultationId: id }, orderBy: { number: 'asc' } });
  if (versions.length !== newest || versions.some(({ number }, at) => number !== at + 1))
    found.push({
      line: `Consultation ${id}: it is at version ${newest}, but its versions are ${versions.map(({ number }) => number).join(', ')}`,
    });
  const at = await readAllUnits(db, id);
  const acts = await loadActs(db, id, { numbering: consultation.numbering, at });
  let before: DraftUnit[] | null = null;
  for (const version of versions) {
    await nextTurn();
    const after = at(version.number);
    const complain = (line: string) =>
      void found.push({ line: `Version ${version.id}: ${line}`, words: wordsOf(after) + wordsOf(before ?? []) });
    if (sha256(draftText(head, after)) !== version.hash)
      complain(`text of version ${version.number}, made again from its wordings, is another one`);
    if ((version.kind === 'import') !== (version.number === 1))
      complain(`version ${version.number} says that it came about by ${version.kind}`);
    if (before && version.number > 1 && version.kind !== 'import') {
      const noted = z.array(versionChangeSchema).parse(version.changes);
      const step = { before, after, numbering: consultation.numbering, noted };
      const ways =
        version.kind === 'ruling' ? await acts.ofRuling(version, step) : acts.ofOffice(version, { ...step, noted });
      const tried = typeof ways === 'string' ? [ways] : await replayed(ways, step);
      if (!tried.includes(null))
        complain(
          `version ${version.number} is not what ${version.kind === 'ruling' ? 'its ruling' : 'the recorded change of the office'} makes of version ${version.number - 1}: ${tried[0] ?? 'nothing that made it is recorded'}`,
        );
    }
    before = after;
  }
  found.push(...(await acts.withoutVersion(at)));
  return found;
}

/** What each way leads to, on a thread where there is one: the server answers while its record is proved. */
async function replayed(ways: readonly Recorded[], step: StoredStep): Promise<(string | null)[]> {
  try {
    return await runTask(replaySteps, { ways, step });
  } catch (error) {
    if (error instanceof AppError && error.code === 'too-much-work')
      return ['it takes more work to make again than any change of a text may'];
    throw error;
  }
}

const sameSet = (one: readonly string[], other: ReadonlySet<string>) =>
  one.length === other.size && one.every((id) => other.has(id));

const wordsOf = (units: readonly DraftUnit[]) => units.map(({ heading, text }) => `${heading} ${text}`).join(' ');

type VersionRow = { number: number; rulingId: string | null };
/** An operation as it stood on a version: a correction may have brought it to a later one since. */
function asOf<
  O extends {
    fit: string;
    carriedAfter: string | null;
    carriedRest: string | null;
    wordings: readonly { kind: string; version: number; after: string | null; rest: string | null }[];
  },
>(operation: O, version: number): O {
  if (operation.wordings.every((each) => each.version <= version)) return operation;
  const last = operation.wordings.findLast((each) => each.version <= version);
  if (!last) return operation;
  const fit = ['filed', 'confirmed', 'rewritten'].includes(last.kind) ? 'unchanged' : last.kind;
  return { ...operation, fit, carriedAfter: last.after, carriedRest: last.rest };
}

const finalsShape = z.record(z.string(), z.string());

/** Everything of a consultation that can change its text. */
async function loadActs(
  db: Db,
  consultationId: string,
  text: { numbering: 'draft' | 'adopted'; at: (version: number) => DraftUnit[] },
) {
  const rulings = await db.ruling.findMany({
    where: { consultationId },
    orderBy: { remark: { number: 'asc' } },
    select: {
      id: true,
      decision: true,
      reason: true,
      finalText: true,
      groupId: true,
      againstVersion: true,
      resultVersion: true,
      clauseIds: true,
      place: true,
      madeAt: true,
      remarkId: true,
      correctsId: true,
      remark: {
        select: {
          number: true,
          groupId: true,
          operations: {
            orderBy: { seq: 'asc' },
            select: {
              ...operationSelect,
              wordings: { orderBy: { id: 'asc' }, select: { kind: true, version: true, after: true, rest: true } },
            },
          },
        },
      },
    },
  });
  const placements = await db.clausePlacement.findMany({
    where: { consultationId },
    orderBy: { fromVersion: 'asc' },
    select: { clauseId: true, type: true, fromVersion: true },
  });
  const edited = await db.event.findMany({ where: { consultationId, kind: 'text-edited' }, select: { data: true } });
  const drafts = await db.officeDraft.findMany({
    where: { consultationId, kind: 'editorial', state: 'approved' },
    select: { input: true, result: true },
  });
  type Ruled = (typeof rulings)[number];

  /** The amendment of a ruling as the office saw it, on the version it was made against. */
  const operationsOf = ({ remark, againstVersion }: Ruled, units: readonly DraftUnit[]): PlannedOperation[] =>
    plannedOperations(
      remark.operations.map((operation) => asOf(operation, againstVersion)),
      units,
      (clauseId) =>
        (placements.findLast((each) => each.clauseId === clauseId && each.fromVersion <= againstVersion)?.type ??
          'text') as UnitType,
    );
  const recorded = (ruling: Ruled, { before, after }: Step) =>
    runTask(retraceRuling, {
      ruling: {
        decision: ruling.decision,
        finalText: finalsShape.parse(ruling.finalText ?? {}),
        operations: operationsOf(ruling, before),
      },
      step: { before, after },
    });

  /** A correction of words alone has the version of the ruling it corrects. */
  const isSameAct = ({ correctsId, resultVersion, againstVersion }: Ruled) =>
    rulings.some(
      (each) =>
        each.id === correctsId && each.resultVersion === resultVersion && each.againstVersion === againstVersion,
    );
  /** What a corrected decision did, planned again from the record. */
  const retraced = async (ruling: Ruled): Promise<Recorded | null> => {
    const chain = await loadChain(db, ruling.remarkId);
    const place = chain.findIndex(({ id }) => id === ruling.id);
    if (place < 1) return null;
    const plan = await retrace(db, {
      consultationId,
      numbering: text.numbering,
      chain: chain.slice(0, place),
      at: text.at,
      row: chain[place]!,
    });
    return plan.ok ? { changes: plan.changes, free: new Set() } : null;
  };

  const ofRuling = async ({ number, rulingId }: VersionRow, step: Step): Promise<Recorded[] | string> => {
    const made = rulings.filter((each) => each.resultVersion === number && !isSameAct(each));
    const lead = made.find(({ id }) => id === rulingId);
    if (!lead) return `no ruling made version ${number}`;
    if (lead.place !== null) return ofSeveral(made, step, number);
    const stray = made.find(
      (each) =>
        each.againstVersion !== number - 1 ||
        (each !== lead && (each.groupId === null || each.groupId !== lead.groupId || each.decision !== lead.decision)),
    );
    if (stray) return `the ruling on remark ${stray.remark.number} says that it made it, too`;
    const other = made.find(
      (each) =>
        each !== lead &&
        each.correctsId === null &&
        each.decision === 'accepted' &&
        !asksTheSame({ operations: operationsOf(lead, step.before) }, { operations: operationsOf(each, step.before) }),
    );
    if (other) return `remark ${other.remark.number}, accepted with it, asks for something else`;
    const way = lead.correctsId === null ? await recorded(lead, step) : await retraced(lead);
    const units =
      way &&
      new Set(unitsOfChanges({ units: step.before, numbering: text.numbering }, way.changes, step.after)?.flat());
    // Rulings from before the units were kept name none.
    const unlike = way && made.find(({ clauseIds }) => clauseIds.length > 0 && !sameSet(clauseIds, units ?? new Set()));
    if (unlike) return `the ruling on remark ${unlike.remark.number} names other units than those that it changed`;
    return way ? [way] : `the ruling on remark ${lead.remark.number} (${lead.decision}) cannot have been made`;
  };

  /** Rulings released together: what all of them make in one step, in their order, and which units are whose. */
  const ofSeveral = async (made: readonly Ruled[], step: Step, number: number): Promise<Recorded[] | string> => {
    const [first] = made;
    const inOrder = made.toSorted((a, b) => (a.place ?? -1) - (b.place ?? -1));
    const stray = inOrder.find(
      ({ place, againstVersion, madeAt, correctsId }, at) =>
        place === null ||
        place === inOrder[at - 1]?.place ||
        correctsId !== null ||
        againstVersion !== number - 1 ||
        madeAt.getTime() !== first!.madeAt.getTime(),
    );
    if (stray) return `the ruling on remark ${stray.remark.number} says that it made it, too`;
    const together = await runTask(retraceTogether, {
      rulings: inOrder.map((ruling) => ({
        number: ruling.remark.number,
        decision: ruling.decision,
        finalText: finalsShape.parse(ruling.finalText ?? {}),
        operations: operationsOf(ruling, step.before),
      })),
      step,
      numbering: text.numbering,
    });
    if (typeof together === 'string') return together;
    // One that went along names its group; before there was such a thing it named no unit either.
    const along = goAlong(
      inOrder.map(({ decision, reason, groupId, remark }, at) => {
        const own = together.units[at]!;
        return { decision, reason, own, groupId: own.length > 0 ? remark.groupId : groupId };
      }),
      sameWritten,
    );
    const unlike = inOrder.find(({ clauseIds }, at) => !sameSet(clauseIds, new Set(along[at]!.changed)));
    if (unlike) return `the ruling on remark ${unlike.remark.number} names other units than those that it changed`;
    return [{ changes: together.changes, free: new Set() }];
  };

  const ofOffice = (
    { number }: VersionRow,
    step: Step & { noted: Parameters<typeof changesOfOffice>[0] },
  ): Recorded[] | string => {
    const lines = edited.filter(({ data }) => (data as { version?: unknown }).version === number);
    if (lines.length !== 1) return `${lines.length} lines of the record say that the office changed the text`;
    const ways = changesOfOffice(step.noted, { ...step, numbering: text.numbering });
    const op = (lines[0]!.data as { op?: unknown }).op;
    if (step.noted[0]?.op !== op)
      return `the record says ${JSON.stringify(op)}, the version ${JSON.stringify(step.noted[0]?.op)}`;
    const draft = drafts.find(({ result }) => result === String(number));
    if (!draft) return ways;
    const input = officeActs.editorial.schema.safeParse(draft.input);
    if (!input.success) return 'its approved draft cannot have been made';
    const { change } = input.data;
    // Marks that were typed before they were taken off stand in the text.
    const plans = [false, true].map((asTyped) => planEditorial(step.before, change, { asTyped }));
    const possible = plans.flatMap((plan) => (plan.ok ? [plan.changes] : []));
    if (possible.length === 0) return 'its approved draft cannot have been made';
    return possible.map((changes) => ({
      changes: withMarks({ units: step.before, numbering: text.numbering }, change, changes),
      free: new Set(),
      ...(change.op === 'renumber' ? { numbering: 'draft' as const } : {}),
    }));
  };

  /** A ruling after which no version follows: one that would have changed the text, or whose version is not there. */
  const unfollowed = async (ruling: Ruled, at: (version: number) => DraftUnit[]): Promise<Difference[]> => {
    const of = (what: string): Difference[] => [{ line: `Ruling ${ruling.id}: ${what}` }];
    if (isSameAct(ruling)) return [];
    if (ruling.correctsId !== null) {
      const way = ruling.resultVersion === null ? await retraced(ruling) : null;
      if (ruling.resultVersion !== null || way?.changes.length === 0) return [];
      return of(way ? `it says ${ruling.decision}, but the text did not change` : 'it cannot have been made');
    }
    if (ruling.resultVersion !== null)
      return changesText(ruling.decision)
        ? []
        : of(`it says ${ruling.decision}, and that it made version ${ruling.resultVersion}`);
    if (!changesText(ruling.decision)) return [];
    const before = at(ruling.againstVersion);
    const together =
      ruling.groupId === null
        ? []
        : rulings.filter(
            (each) => each.groupId === ruling.groupId && each.madeAt.getTime() === ruling.madeAt.getTime(),
          );
    const [lead] = leadFirst(together.map((each) => ({ ...each, operations: each.remark.operations })));
    if (lead && lead.id !== ruling.id) return [];
    const way = await recorded(ruling, { before, after: before });
    if (!way) return of(`it says ${ruling.decision}, which cannot have been decided`);
    const isWorded = ruling.decision === 'accepted-in-part' && ruling.remark.operations.some(({ op }) => op !== 'none');
    return way.changes.length > 0 || isWorded ? of(`it says ${ruling.decision}, but the text did not change`) : [];
  };
  const withoutVersion = async (at: (version: number) => DraftUnit[]): Promise<Difference[]> => {
    const found: Difference[] = [];
    for (const ruling of rulings) {
      await nextTurn();
      found.push(...(await unfollowed(ruling, at)));
    }
    return found;
  };
  return { ofRuling, ofOffice, withoutVersion };
}
