import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, editionScope } from '#app/db/revision.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { Prisma } from '#app/generated/prisma/client.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { judgeAnswer, problemOf, type AnswerProblem } from '../methodology/answer-rules.ts';
import { filedOf } from '../cards/build-scorecards.ts';
import type { RecordedAnswer } from '../cards/recorded-answer.ts';
import type { TeamEdition } from '../access/edition-access.server.ts';
import type { Indicator } from '../methodology/methodology-schema.ts';
import type { AnswerState } from '../scoring/model.ts';
import { queueCorrectionLetters } from '../letters/correction-letters.server.ts';
import type { FiledCorrection } from './apply-corrections.ts';
import { readEditionSource, type StoredEdition } from './edition-source.server.ts';
import { nextIssue } from './next-issue.server.ts';
import { storeIssue } from './store-issue.server.ts';

/** Who put a correction forward, and why. */
type Ordered = { teryt: string; reason: string; by: { id: string; name: string } };

/** An answer as it should have been. */
export type CorrectedAnswer = {
  state: AnswerState;
  level: number | null;
  requestedOn: string | null;
  /** What decided, as the card will show it beside the level. */
  note: string;
  /** Evidence that is added to what there is. */
  evidence: readonly { url: string; place: string; note: string }[];
};

export type CorrectionProblem = 'unchanged' | 'evidence-missing' | AnswerProblem;

type Judged =
  | { ok: true; before: RecordedAnswer | null; after: RecordedAnswer }
  | { ok: false; error: { code: CorrectionProblem } };

/** Whether an answer of a released edition can be put right so, and what it is before and after. */
export function judgeCorrection(stored: StoredEdition, { teryt, indicator, answer, coder, now }: Asked): Judged {
  const before = currentAnswer(stored, teryt, indicator.id);
  const after = corrected(before, answer, coder, now);
  const problem = problemOf(indicator, filedOf(after));
  if (problem) return { ok: false, error: { code: problem } };
  if (judgeAnswer(indicator, filedOf(after)).status !== 'complete')
    return { ok: false, error: { code: 'evidence-missing' } };
  if (before && sameAnswer(before, after)) return { ok: false, error: { code: 'unchanged' } };
  return { ok: true, before, after };
}

type Asked = { teryt: string; indicator: Indicator; answer: CorrectedAnswer; coder: string; now: Date };

type Carrying = {
  edition: TeamEdition;
  order: Ordered;
  indicator: Indicator;
  answer: CorrectedAnswer;
  /** The answer that the order was put forward against. */
  against: RecordedAnswer | null;
  second: Viewer;
  issue: number;
  now: Date;
};

/**
 * Makes the next issue of a correction that two people of the team agree on, under the lock of the edition: the old answer, the new one and
 * the reason stay for good, and everything that follows is computed again. Issues before it keep their addresses and their bytes. On the
 * texts as they were written: what is covered is covered in the next issue, too. False where the answer has changed since it was put forward.
 */
export async function carryOutCorrection(
  tx: Db,
  { edition, order, indicator, answer, against, second, issue: newest, now }: Carrying,
): Promise<{ ok: true; issue: number; reissued: number } | { ok: false }> {
  const { teryt } = order;
  const stored = await readEditionSource(tx, edition.id);
  const judged = judgeCorrection(stored, { teryt, indicator, answer, coder: order.by.name, now });
  if (!judged.ok || canonicalJson(judged.before) !== canonicalJson(against)) return { ok: false };
  const { before, after } = judged;
  const issue = newest + 1;
  const correction: FiledCorrection = {
    issue,
    teryt,
    indicator: indicator.id,
    before,
    after,
    reason: order.reason,
    madeAt: now.toISOString(),
    madeBy: order.by.name,
    approvedBy: second.displayName,
  };
  const built = await nextIssue({
    source: stored.source,
    corrections: [...stored.corrections, correction],
    withdrawals: stored.withdrawals,
    previous: stored.newest,
  });
  await tx.correction.create({
    data: {
      editionId: edition.id,
      teryt,
      indicator: indicator.id,
      issue,
      reason: correction.reason,
      madeAt: now,
      madeById: order.by.id,
      madeByName: order.by.name,
      approvedById: second.id,
      approvedByName: second.displayName,
      before: before ? (before as unknown as Prisma.InputJsonObject) : Prisma.JsonNull,
      after: after as unknown as Prisma.InputJsonObject,
    },
  });
  const { cards } = await storeIssue(tx, edition.id, built, stored.newest.manifest);
  const { count } = await tx.edition.updateMany({
    where: { id: edition.id, issue: newest, state: 'frozen' },
    data: { issue },
  });
  if (count !== 1) throw notFound('the edition changed under its lock');
  await recordEvent(tx, {
    editionId: edition.id,
    teryt,
    actorId: order.by.id,
    kind: 'edition-corrected',
    subject: { type: 'edition', id: edition.id },
    data: {
      issue,
      indicator: indicator.id,
      approvedBy: second.id,
      before: before && { state: before.state, level: before.level },
      after: { state: after.state, level: after.level },
      manifestHash: built.manifestHash,
    },
  });
  const note = built.manifest.corrections.at(-1);
  if (note) await queueCorrectionLetters(tx, { editionId: edition.id, note, manifestHash: built.manifestHash });
  await bumpRevision(tx, editionScope(edition.slug));
  return { ok: true, issue, reissued: cards };
}

function currentAnswer(
  { source, corrections }: StoredEdition,
  teryt: string,
  indicator: string,
): RecordedAnswer | null {
  const unit = source.units.find((each) => each.municipality.teryt === teryt);
  if (!unit) throw notFound(`${teryt} is not measured`);
  return (
    corrections.filter((each) => each.teryt === teryt && each.indicator === indicator).at(-1)?.after ??
    unit.answers.get(indicator) ??
    null
  );
}

function corrected(
  before: RecordedAnswer | null,
  { state, level, requestedOn, note, evidence }: CorrectedAnswer,
  coder: string,
  now: Date,
): RecordedAnswer {
  return {
    state,
    level: state === 'scored' ? level : null,
    requestedOn: state === 'withheld' ? requestedOn : null,
    reason: note.trim(),
    coder: before?.coder ?? coder,
    codedAt: now.toISOString(),
    evidence: [...(before?.evidence ?? []), ...evidence.map((item) => ({ ...item, capturedAt: now.toISOString() }))],
  };
}

function sameAnswer(before: RecordedAnswer, after: RecordedAnswer): boolean {
  return (
    before.state === after.state &&
    before.level === after.level &&
    before.requestedOn === after.requestedOn &&
    before.reason === after.reason &&
    before.evidence.length === after.evidence.length
  );
}
