import { withEditionOriginals } from '#app/record/covered/on-originals.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, editionScope } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { Prisma } from '#app/generated/prisma/client.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { judgeAnswer, problemOf, type AnswerProblem } from '../methodology/answer-rules.ts';
import { filedOf } from '../cards/build-scorecards.ts';
import type { RecordedAnswer } from '../cards/recorded-answer.ts';
import { getLedEdition, requireIndicator, type TeamEdition } from '../access/edition-access.server.ts';
import { findBarringTie } from '../fieldwork/find-ties.server.ts';
import type { Indicator } from '../methodology/methodology-schema.ts';
import type { AnswerState } from '../scoring/model.ts';
import { queueCorrectionLetters } from '../letters/correction-letters.server.ts';
import type { FiledCorrection } from './apply-corrections.ts';
import { readEditionSource, type StoredEdition } from './edition-source.server.ts';
import { nextIssue } from './next-issue.server.ts';
import { storeIssue } from './store-issue.server.ts';

export type CorrectionInput = {
  viewer: Viewer;
  slug: string;
  teryt: string;
  indicator: string;
  state: AnswerState;
  level: number | null;
  requestedOn: string | null;
  /** What decided, as the card will show it beside the level. */
  note: string;
  /** Evidence that is added to what there is. */
  evidence: readonly { url: string; place: string; note: string }[];
  /** Why the released answer was wrong; public. */
  reason: string;
  /** Issue that the lead looked at. */
  againstIssue: number;
  now?: Date;
};

export type CorrectionResult =
  | { ok: true; issue: number; reissued: number }
  | {
      ok: false;
      error: { code: 'not-public' | 'conflict' | 'tie' | 'unchanged' | 'evidence-missing' | AnswerProblem };
    };

/**
 * Adds a dated correction to a released edition: the old answer, the new one and the reason stay for good, and everything that
 * follows from it is computed again as the next issue. Issues before it keep their addresses and their bytes. Who declared a tie with
 * the municipality corrects nothing in it.
 */
export async function correctAnswer(db: Db, input: CorrectionInput): Promise<CorrectionResult> {
  const { viewer, slug, teryt, now = new Date() } = input;
  const edition = await getLedEdition(db, { slug, viewer });
  const indicator = requireIndicator(edition, input.indicator);
  return transaction(db, async (tx): Promise<CorrectionResult> => {
    const [locked] = await tx.$queryRaw<{ issue: number; state: string; publishedAt: Date | null }[]>`
      select issue, state, "publishedAt" from "Edition" where id = ${edition.id}::uuid and "teamId" = ${edition.teamId}::uuid for update`;
    if (!locked || locked.state !== 'frozen' || !locked.publishedAt || new Date(locked.publishedAt) > now)
      return { ok: false, error: { code: 'not-public' } };
    if (await findBarringTie(tx, { userId: viewer.id, teryt, measuredFrom: edition.measuredFrom }))
      return { ok: false, error: { code: 'tie' } };
    if (locked.issue !== input.againstIssue) return { ok: false, error: { code: 'conflict' } };
    return withEditionOriginals(tx, edition.id, () =>
      correct(tx, { input, now, edition, indicator, issue: locked.issue }),
    );
  });
}

type Correcting = { input: CorrectionInput; now: Date; edition: TeamEdition; indicator: Indicator; issue: number };

/** Under the lock, on the texts as they were written: what is covered is covered in the next issue, too. */
async function correct(
  tx: Db,
  { input, now, edition, indicator, issue: newest }: Correcting,
): Promise<CorrectionResult> {
  const { viewer, slug, teryt } = input;
  const stored = await readEditionSource(tx, edition.id);
  const before = currentAnswer(stored, teryt, indicator.id);
  const after = corrected(before, input, now);
  const problem = problemOf(indicator, filedOf(after));
  if (problem) return { ok: false, error: { code: problem } };
  if (judgeAnswer(indicator, filedOf(after)).status !== 'complete')
    return { ok: false, error: { code: 'evidence-missing' } };
  if (before && sameAnswer(before, after)) return { ok: false, error: { code: 'unchanged' } };
  const issue = newest + 1;
  const correction: FiledCorrection = {
    issue,
    teryt,
    indicator: indicator.id,
    before,
    after,
    reason: input.reason.trim(),
    madeAt: now.toISOString(),
    madeBy: viewer.displayName,
  };
  const built = await nextIssue({
    source: stored.source,
    corrections: [...stored.corrections, correction],
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
      madeById: viewer.id,
      madeByName: viewer.displayName,
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
    actorId: viewer.id,
    kind: 'edition-corrected',
    subject: { type: 'edition', id: edition.id },
    data: {
      issue,
      indicator: indicator.id,
      before: before && { state: before.state, level: before.level },
      after: { state: after.state, level: after.level },
      manifestHash: built.manifestHash,
    },
  });
  const note = built.manifest.corrections.at(-1);
  if (note) await queueCorrectionLetters(tx, { editionId: edition.id, note });
  await bumpRevision(tx, editionScope(slug));
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

function corrected(before: RecordedAnswer | null, input: CorrectionInput, now: Date): RecordedAnswer {
  const { state, level, requestedOn, note, evidence, viewer } = input;
  return {
    state,
    level: state === 'scored' ? level : null,
    requestedOn: state === 'withheld' ? requestedOn : null,
    reason: note.trim(),
    coder: before?.coder ?? viewer.displayName,
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
