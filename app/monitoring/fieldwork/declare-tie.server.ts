import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { teamIds, type Viewer } from '#app/people/viewer.ts';
import { cleanText } from '#app/forms/clean-text.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { tieProblem, type Tie, type TieProblem } from './ties.ts';

export type DeclareTieInput = Omit<Tie, 'declaredAt'> & { viewer: Viewer; teryt: string };
export type DeclareTieResult = { ok: true; value: { unassigned: number } } | { ok: false; error: { code: TieProblem } };

/**
 * Records what somebody of a team says about ties with a municipality; "none" is a declaration too. The older one is kept and ends.
 * A tie takes back every assignment in editions still being coded; answers given before stay, with their coder's name.
 */
export async function declareTie(db: Db, { viewer, teryt, ...said }: DeclareTieInput): Promise<DeclareTieResult> {
  if (teamIds(viewer).length === 0) throw notFound('only people of a team declare ties');
  const problem = tieProblem(said);
  if (problem) return { ok: false, error: { code: problem } };
  return transaction(db, async (tx): Promise<DeclareTieResult> => {
    // Two declarations at once: the second replaces what the first said.
    await tx.$queryRaw`select 1 as one from "User" where id = ${viewer.id}::uuid for update`;
    if ((await tx.municipality.count({ where: { teryt } })) === 0) throw notFound(`no municipality ${teryt}`);
    const { kind, since, until } = said;
    await tx.tieDeclaration.updateMany({
      where: { userId: viewer.id, teryt, replacedAt: null },
      data: { replacedAt: new Date() },
    });
    const { id } = await tx.tieDeclaration.create({
      data: { userId: viewer.id, teryt, kind, words: cleanText(said.words), since, until },
      select: { id: true },
    });
    const { count: unassigned } =
      kind === 'none'
        ? { count: 0 }
        : await tx.assignment.deleteMany({
            where: {
              userId: viewer.id,
              teryt,
              edition: { state: 'coding', ...(until === null ? {} : { measuredFrom: { lte: until } }) },
            },
          });
    await recordEvent(tx, {
      teryt,
      actorId: viewer.id,
      kind: 'tie-declared',
      subject: { type: 'tie', id: id },
      data: { kind, unassigned },
    });
    return { ok: true, value: { unassigned } };
  });
}
