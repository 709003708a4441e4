import { randomInt } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { freeSlug, slugify } from '#app/i18n/typography.ts';
import { withinLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import { organisationOf, type Viewer } from '#app/people/viewer.ts';
import { recordEvents } from '#app/record/record-event.server.ts';
import { codeLength, openersOf, type Access, type Opener } from './board.ts';

export type NewBoard = {
  teryt: string;
  as: Opener;
  teamId: string | null;
  /** Slug of the consultation it belongs to. */ consultation: string | null;
  unitName: string;
  title: string;
  question: string;
  access: Access;
  marksEach: number;
  opensAt: Date;
  closesAt: Date;
};
export type OpenBoardResult =
  | { ok: true; value: { slug: string } }
  | { ok: false; error: { code: 'no-municipality' } | { code: 'no-consultation' } | { code: 'dates' } | TooMany };

/** Opens a board with its first phase. An office opens one for its own municipality; teams and organisations anywhere. */
export async function openBoard(
  db: Db,
  { viewer, board, now = new Date() }: { viewer: Viewer; board: NewBoard; now?: Date },
): Promise<OpenBoardResult> {
  const may = openersOf(viewer).some(
    (each) => each.as === board.as && each.teamId === board.teamId && (each.teryt ?? board.teryt) === board.teryt,
  );
  if (!may) throw notFound('opens no board');
  return withinLimit(db, 'board', { person: viewer.id }, () =>
    transaction(db, async (tx): Promise<OpenBoardResult> => {
      const municipality = await tx.municipality.findUnique({ where: { teryt: board.teryt } });
      if (!municipality) return { ok: false, error: { code: 'no-municipality' } };
      if (board.closesAt <= board.opensAt || board.closesAt <= now) return { ok: false, error: { code: 'dates' } };
      const consultation = board.consultation
        ? await tx.consultation.findFirst({
            where: { slug: board.consultation, teryt: board.teryt },
            select: { id: true },
          })
        : null;
      if (board.consultation && !consultation) return { ok: false, error: { code: 'no-consultation' } };
      const id = uuidv7();
      const { as, consultation: _slug, ...rest } = board;
      const slug = await slugFor(tx, board.title);
      await tx.board.create({
        data: {
          ...rest,
          id,
          slug,
          consultationId: consultation?.id ?? null,
          openedAs: as,
          openedBy: await openerName(tx, viewer, board, municipality.name),
          organisationName: as === 'organisation' ? organisationOf(viewer) : null,
          code: await freeCode(tx),
          isDemo: municipality.isDemo,
          createdById: viewer.id,
          phases: { create: { teryt: board.teryt, phase: 'collecting', openedAt: now, openedById: viewer.id } },
        },
      });
      await recordEvents(tx, [
        {
          kind: 'board-opened',
          teryt: board.teryt,
          actorId: viewer.id,
          subject: { type: 'board', id },
          data: { access: board.access },
        },
      ]);
      await bumpRevision(tx);
      return { ok: true, value: { slug } };
    }),
  );
}

/** As what a board is signed: the office by its municipality, a team and an organisation by their names. */
async function openerName(tx: Db, viewer: Viewer, board: NewBoard, municipality: string): Promise<string> {
  if (board.as === 'organisation') return organisationOf(viewer) ?? '';
  if (board.as === 'office') return municipality;
  const team = await tx.team.findUniqueOrThrow({ where: { id: board.teamId ?? '' }, select: { name: true } });
  return team.name;
}

/** Addresses beside the boards that are pages of their own. */
const reserved = ['nowa', 'kod'];

async function slugFor(tx: Db, title: string): Promise<string> {
  const base = slugify(title);
  const rows = await tx.board.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
  return freeSlug(base, new Set([...reserved, ...rows.map(({ slug }) => slug)]));
}

async function freeCode(tx: Db): Promise<string> {
  for (;;) {
    const code = String(randomInt(10 ** codeLength)).padStart(codeLength, '0');
    if (!(await tx.board.findUnique({ where: { code }, select: { id: true } }))) return code;
  }
}
