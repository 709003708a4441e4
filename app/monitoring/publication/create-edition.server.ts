import { randomInt } from 'node:crypto';
import type { Db } from '#app/db/client.server.ts';
import { isUniqueViolation, transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { freeSlug, slugify } from '#app/i18n/typography.ts';
import { isLeadOf, type Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { drawCells } from '../fieldwork/draw-cells.server.ts';
import { readMethodology } from '../access/methodologies.server.ts';
import { resolveMunicipalities, type UnresolvedLine } from './resolve-municipalities.server.ts';

export type CreateEditionInput = {
  viewer: Viewer;
  teamId: string;
  titlePl: string;
  titleEn: string;
  methodology: { key: string; version: string };
  measuredFrom: string;
  measuredTo: string;
  /** One municipality per line, by TERYT code or name. May be empty: they can be added later. */
  municipalities: string;
  /** Least share of double-coded questions, in per cent; 0 switches double coding off, and every card says so. */
  doubleShare: number;
  /** Seed of the draw; a fresh one when left out. Logged with the edition. */
  doubleSeed?: number;
};

export type CreateEditionResult =
  | { ok: true; slug: string }
  | {
      ok: false;
      error: { code: 'dates' } | { code: 'methodology' } | { code: 'municipalities'; lines: UnresolvedLine[] };
    };

/** Addresses that the team's desk uses itself. */
const reserved = ['nowa-edycja', 'osoby', 'powiazania', 'zaproszenie', 'metodyka', 'katalog'];

/** Opens an edition for coding; only the lead of the team can. */
export async function createEdition(db: Db, input: CreateEditionInput): Promise<CreateEditionResult> {
  const { viewer, teamId } = input;
  if (!isLeadOf(viewer, teamId)) throw notFound('not the lead of this team');
  if (input.measuredFrom > input.measuredTo) return { ok: false, error: { code: 'dates' } };
  const team = await db.team.findUniqueOrThrow({ where: { id: teamId }, select: { isDemo: true } });
  const methodology = await db.methodology.findUnique({
    where: { key_version: input.methodology },
    select: { id: true, hash: true },
  });
  if (!methodology) return { ok: false, error: { code: 'methodology' } };
  const { teryts, unresolved } = await resolveMunicipalities(db, { text: input.municipalities, isDemo: team.isDemo });
  if (unresolved.length > 0) return { ok: false, error: { code: 'municipalities', lines: unresolved } };
  const slug = await slugFor(db, input.titlePl);
  const { doubleShare, doubleSeed = randomInt(2 ** 21) } = input;
  const { indicators } = await readMethodology(db, methodology);
  const create = () =>
    transaction(db, async (tx) => {
      const edition = await tx.edition.create({
        data: {
          slug,
          teamId,
          methodologyId: methodology.id,
          titlePl: input.titlePl,
          titleEn: input.titleEn,
          measuredFrom: input.measuredFrom,
          measuredTo: input.measuredTo,
          isDemo: team.isDemo,
          doubleShare,
          doubleSeed,
        },
        select: { id: true },
      });
      await tx.editionUnit.createMany({ data: teryts.map((teryt) => ({ editionId: edition.id, teryt })) });
      await drawCells(tx, {
        editionId: edition.id,
        teryts,
        indicators: indicators.map((each) => each.id),
        share: doubleShare,
        seed: doubleSeed,
      });
      await recordEvent(tx, {
        editionId: edition.id,
        actorId: viewer.id,
        kind: 'edition-created',
        subject: { type: 'edition', id: edition.id },
        data: { municipalities: teryts.length, doubleShare, doubleSeed },
      });
    });
  try {
    await create();
    return { ok: true, slug };
  } catch (error) {
    // Somebody took the address between the look and the write: the next one is free.
    if (isUniqueViolation(error)) return createEdition(db, input);
    throw error;
  }
}

async function slugFor(db: Db, title: string): Promise<string> {
  const base = slugify(title);
  const rows = await db.edition.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
  return freeSlug(base, new Set([...reserved, ...rows.map(({ slug }) => slug)]));
}
