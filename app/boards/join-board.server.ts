import { isUniqueViolation } from '#app/db/transaction.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { takeLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { nameProblem } from '#app/people/name-problem.server.ts';
import { hashSecret, makeSecret } from '#app/people/secrets.server.ts';
import { readCode } from './board.ts';
import { findParticipant, type AtBoard } from './find-board.server.ts';

export type FoundCode =
  | { ok: true; value: { slug: string; title: string; isOver: boolean } }
  | { ok: false; error: { code: 'unknown-code' } | TooMany };

/**
 * The board of a code. Wrong codes are counted by the network they come from, and over the bound right ones are not looked at either:
 * a hundred million codes cannot be tried through.
 */
export async function findByCode(db: Db, typed: string, now = new Date()): Promise<FoundCode> {
  const taken = await takeLimit(db, 'board-code', {});
  if (!taken.ok) return taken;
  const code = readCode(typed);
  const board = code
    ? await db.board.findUnique({ where: { code }, select: { slug: true, title: true, closesAt: true } })
    : null;
  if (!board) return { ok: false, error: { code: 'unknown-code' } };
  await taken.giveBack();
  return { ok: true, value: { slug: board.slug, title: board.title, isOver: board.closesAt <= now } };
}

export type JoinResult =
  | {
      ok: true;
      value: {
        slug: string;
        participantId: string;
        /** For the cookie; null when it has one that holds. */ secret: string | null;
      };
    }
  | { ok: false; error: { code: 'unknown-code' } | { code: 'over' } | { code: 'name'; key: MessageKey } | TooMany };

/** Joins with a code, under a name or none. Doing it again changes the name. */
export async function joinByCode(
  db: Db,
  { code, name, who, now = new Date() }: { code: string; name: string; who: AtBoard; now?: Date },
): Promise<JoinResult> {
  const found = await findByCode(db, code, now);
  if (!found.ok) return found;
  if (found.value.isOver) return { ok: false, error: { code: 'over' } };
  const problem = name ? await nameProblem(db, name, who.viewer) : null;
  if (problem) return { ok: false, error: { code: 'name', key: problem } };
  const board = await db.board.findUniqueOrThrow({
    where: { slug: found.value.slug },
    select: { id: true, teryt: true },
  });
  const { id, secret } = await takePart(db, { board, who, name });
  return { ok: true, value: { slug: found.value.slug, participantId: id, secret } };
}

type TakePart = { board: { id: string; teryt: string }; who: AtBoard; name?: string };

/** The participant of this browser or account; a new one where there is none yet. */
export async function takePart(db: Db, { board, who, name }: TakePart): Promise<{ id: string; secret: string | null }> {
  const known = await findParticipant(db, board.id, who);
  if (known) {
    if (name !== undefined && name !== known.name)
      await db.boardParticipant.update({ where: { id: known.id }, data: { name } });
    return { id: known.id, secret: null };
  }
  const made = who.pass ? { secret: who.pass, hash: hashSecret(who.pass) } : makeSecret();
  // The browser may be that of another account's participant: this one gets a secret of its own.
  const isTaken = await db.boardParticipant.count({ where: { boardId: board.id, secretHash: made.hash } });
  const { secret, hash } = isTaken > 0 ? makeSecret() : made;
  try {
    const { id } = await db.boardParticipant.create({
      data: {
        teryt: board.teryt,
        boardId: board.id,
        secretHash: hash,
        userId: who.viewer?.id ?? null,
        name: name ?? '',
      },
      select: { id: true },
    });
    return { id, secret };
  } catch (error) {
    // The same person at the same moment, from another window.
    const other = isUniqueViolation(error) ? await findParticipant(db, board.id, who) : null;
    if (!other) throw error;
    return { id: other.id, secret: null };
  }
}
