import type { Db } from '#app/db/client.server.ts';
import { isUniqueViolation, transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { problemOf, type AnswerProblem } from '../methodology/answer-rules.ts';
import { getTeamEdition, requireIndicator } from '../access/edition-access.server.ts';
import type { AnswerState } from '../scoring/model.ts';
import { lockUnit } from './save-codings.server.ts';
import { bothHandedIn, proposalOf } from '../cards/cells.ts';
import { cleanText } from '#app/forms/clean-text.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { findBarringTie } from './find-ties.server.ts';
import { loadCell } from './load-cells.server.ts';

export type AdjudicateInput = {
  viewer: Viewer;
  slug: string;
  teryt: string;
  indicator: string;
  state: AnswerState;
  level: number | null;
  reason: string;
  at?: Date;
};
type AdjudicateError =
  | 'reason-missing'
  | 'tie'
  | 'own-coding'
  | 'member'
  | 'not-ready'
  | 'decided'
  | 'published'
  | AnswerProblem;
export type AdjudicateResult = { ok: true } | { ok: false; error: { code: AdjudicateError } };

/**
 * Decides between two different codings, with a reason even where it agrees with one of them. Both codings stay. Refused before both
 * are handed in, to a coder of this very cell (nobody decides their own case), to plain members, and to whoever declared a tie.
 */
export async function adjudicate(db: Db, input: AdjudicateInput): Promise<AdjudicateResult> {
  const { viewer, slug, teryt, state, level, at = new Date() } = input;
  const edition = await getTeamEdition(db, { slug, viewer });
  const indicator = requireIndicator(edition, input.indicator);
  const reason = cleanText(input.reason);
  const refuse = (code: AdjudicateError): AdjudicateResult => ({ ok: false, error: { code } });
  if (edition.role === 'member') return refuse('member');
  const tie = await findBarringTie(db, { userId: viewer.id, teryt, measuredFrom: edition.measuredFrom });
  if (tie) return refuse('tie');
  if (reason === '') return refuse('reason-missing');
  try {
    return await transaction(db, async (tx): Promise<AdjudicateResult> => {
      const lock = await lockUnit(tx, edition.id, teryt);
      if (!lock) throw notFound(`${teryt} is not measured in ${slug}`);
      if (lock.state !== 'coding') return refuse('published');
      const cell = await loadCell(tx, { editionId: edition.id, teryt, indicator: indicator.id });
      if (cell.adjudication) return refuse('decided');
      if (!bothHandedIn(cell) || proposalOf(cell).status !== 'waiting-adjudication') return refuse('not-ready');
      if (cell.codings.some((coding) => coding.coderId === viewer.id)) return refuse('own-coding');
      const requestedOn =
        state === 'withheld' ? (cell.codings.find((coding) => coding.requestedOn !== null)?.requestedOn ?? null) : null;
      const evidenceItems = Math.max(...cell.codings.map((coding) => coding.evidence.length));
      const problem = problemOf(indicator, { state, level, reason, requestedOn, evidenceItems });
      if (problem) return refuse(problem);
      const { id } = await tx.adjudication.create({
        data: {
          editionId: edition.id,
          teryt,
          indicator: indicator.id,
          state,
          level,
          requestedOn,
          reason,
          decidedById: viewer.id,
          decidedByName: viewer.displayName,
          decidedAt: at,
        },
        select: { id: true },
      });
      await recordEvent(tx, {
        teryt,
        editionId: edition.id,
        actorId: viewer.id,
        kind: 'cell-adjudicated',
        subject: { type: 'adjudication', id: id },
        data: {
          indicator: indicator.id,
          state,
          level,
          codings: cell.codings.map((coding) => ({ state: coding.state, level: coding.level })),
        },
      });
      return { ok: true };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('decided');
    throw error;
  }
}
