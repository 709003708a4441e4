import { withEditionOriginals } from '#app/record/covered/on-originals.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { cleanText } from '#app/forms/clean-text.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { getTeamEdition, requireIndicator, type TeamEdition } from '../../access/edition-access.server.ts';
import type { RecordedAnswer } from '../../cards/recorded-answer.ts';
import { barredTeryts } from '../../fieldwork/find-ties.server.ts';
import { carryOutCorrection, type CorrectedAnswer } from '../correct-answer.server.ts';
import { carryOutWithdrawal } from './carry-out-withdrawal.server.ts';
import { lockReleased } from './lock-released.server.ts';
import { secondPersonProblem } from './order.ts';

export type DecideChangeInput = {
  viewer: Viewer;
  slug: string;
  id: string;
  outcome: 'approve' | 'decline' | 'cancel';
  /** Why it is declined. */
  note?: string;
  now?: Date;
};
export type DecideProblem =
  | 'decided'
  | 'own'
  | 'role'
  | 'tie'
  | 'not-own'
  | 'note-missing'
  | 'conflict'
  | 'not-public'
  | 'withdrawn'
  | 'last-card';
export type DecideChangeResult =
  | { ok: true; /** Null where no issue was made. */ issue: number | null; reissued: number }
  | { ok: false; error: { code: DecideProblem } };

/**
 * Decides on a change that somebody else of the team put forward: a lead or a reviewer without a tie. Agreed on, it is carried out at once
 * and for good. Its proposer alone takes it back.
 */
export async function decideChange(db: Db, input: DecideChangeInput): Promise<DecideChangeResult> {
  const { viewer, slug, id, now = new Date() } = input;
  const edition = await getTeamEdition(db, { slug, viewer });
  return transaction(db, async (tx): Promise<DecideChangeResult> => {
    const refuse = (code: DecideProblem): DecideChangeResult => ({ ok: false, error: { code } });
    const locked = await lockReleased(tx, { edition, now });
    if (!locked.ok) return refuse(locked.error.code);
    const change = await tx.editionChange.findFirst({ where: { id, editionId: edition.id } });
    if (!change) throw notFound('no such change');
    if (change.state !== 'waiting') return refuse('decided');
    if (input.outcome === 'cancel')
      return change.proposedById === viewer.id
        ? close(tx, { edition, input, state: 'cancelled', now })
        : refuse('not-own');
    const barred = await barredTeryts(tx, { userId: viewer.id, measuredFrom: edition.measuredFrom });
    const problem = secondPersonProblem({
      isProposer: change.proposedById === viewer.id,
      role: edition.role,
      isTied: await touches(tx, edition, change.teryt, barred),
    });
    if (problem) return refuse(problem);
    if (input.outcome === 'decline')
      return cleanText(input.note ?? '') === ''
        ? refuse('note-missing')
        : close(tx, { edition, input, state: 'declined', now });
    if (change.teryt !== null && locked.withdrawals.some(({ teryt }) => teryt === change.teryt))
      return refuse('withdrawn');
    return withEditionOriginals(tx, edition.id, () => carryOut(tx, { edition, input, issue: locked.issue, now }));
  });
}

type Carrying = { edition: TeamEdition; input: DecideChangeInput; issue: number; now: Date };

async function carryOut(tx: Db, { edition, input, issue, now }: Carrying): Promise<DecideChangeResult> {
  const { viewer } = input;
  // Read again: covered words stand in it as they were written now.
  const change = await tx.editionChange.findUniqueOrThrow({ where: { id: input.id } });
  if (change.kind === 'withdrawal') {
    const made = await carryOutWithdrawal(tx, { edition, change, second: viewer, issue, now });
    if (made.ok) await close(tx, { edition, input, state: 'done', now, issue: made.issue });
    return made;
  }
  const { answer, against } = change.input as unknown as { answer: CorrectedAnswer; against: RecordedAnswer | null };
  const made = await carryOutCorrection(tx, {
    edition,
    order: {
      teryt: change.teryt ?? '',
      reason: change.reason,
      by: { id: change.proposedById, name: change.proposedByName },
    },
    indicator: requireIndicator(edition, change.indicator ?? ''),
    answer,
    against,
    second: viewer,
    issue,
    now,
  });
  if (!made.ok) return { ok: false, error: { code: 'conflict' } };
  await close(tx, { edition, input, state: 'done', now, issue: made.issue });
  return made;
}

async function touches(
  tx: Db,
  edition: TeamEdition,
  teryt: string | null,
  barred: ReadonlySet<string>,
): Promise<boolean> {
  if (teryt !== null) return barred.has(teryt);
  return (
    barred.size > 0 &&
    (await tx.editionUnit.count({ where: { editionId: edition.id, teryt: { in: [...barred] } } })) > 0
  );
}

type Closing = {
  edition: TeamEdition;
  input: DecideChangeInput;
  state: 'done' | 'declined' | 'cancelled';
  now: Date;
  issue?: number | null;
};

async function close(tx: Db, { edition, input, state, now, issue = null }: Closing): Promise<DecideChangeResult> {
  const { viewer, id } = input;
  const { count } = await tx.editionChange.updateMany({
    where: { id, editionId: edition.id, state: 'waiting' },
    data: {
      state,
      issue,
      decidedById: viewer.id,
      decidedByName: viewer.displayName,
      decidedAt: now,
      note: state === 'declined' ? cleanText(input.note ?? '') : '',
    },
  });
  if (count !== 1) throw notFound('the change was decided under its lock');
  if (state !== 'done')
    await recordEvent(tx, {
      editionId: edition.id,
      actorId: viewer.id,
      kind: state === 'declined' ? 'edition-change-declined' : 'edition-change-cancelled',
      subject: { type: 'edition-change', id },
    });
  return { ok: true, issue, reissued: 0 };
}
