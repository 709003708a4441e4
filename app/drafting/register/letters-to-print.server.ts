import type { Db } from '#app/db/client.server.ts';
import { inForce, type Decision } from '#app/drafting/state/remark-state.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { loadDraft } from '../acts/load-draft.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { placeWords } from '../remarks/filed-place.ts';
import { filedPlaces } from '../remarks/filed-places.server.ts';
import { requireOffice } from './require-office.server.ts';

export type PrintedLetter = {
  number: number;
  authorName: string;
  organisation: string | null;
  contactAddress: string | null;
  caseSign: string | null;
  receivedAt: Date;
  points: {
    number: number;
    /** Words of its author for what it is about, else units as they were filed. */
    place: string | null;
    decision: Decision;
    decisionWords: string | null;
    reason: string;
    resultVersion: number | null;
    madeByName: string;
    madeAt: Date;
    /** Why it corrects an earlier one; '' for the first. */ correctionReason: string;
  }[];
  /** Points that have no ruling yet: the letter can wait for them. */
  waiting: number;
};

export type LettersToPrint = {
  slug: string;
  title: string;
  municipality: string;
  page: number;
  pages: number;
  letters: PrintedLetter[];
};

/** Letters on one page: each is a sheet of paper. */
const perPage = 25;

/** Answers to people without an account or an e-mail address, a letter each; `number` picks one. For officials of the municipality. */
export async function loadLettersToPrint(
  db: Db,
  input: { viewer: Viewer; slug: string; number: number | null; page: number },
): Promise<LettersToPrint> {
  const { id, title } = await requireOffice(db, input);
  const where = {
    consultationId: id,
    authorId: null,
    contactEmail: null,
    enteredById: { not: null },
    channel: { not: 'word' },
    remarks: { some: { rulings: { some: {} } } },
    ...(input.number === null ? {} : { number: input.number }),
  };
  const pages = Math.max(1, Math.ceil((await db.filing.count({ where })) / perPage));
  const page = Math.min(Math.max(1, input.page), pages);
  const { municipality } = await db.consultation.findUniqueOrThrow({
    where: { id },
    select: { municipality: { select: { name: true } } },
  });
  const filings = await db.filing.findMany({
    where,
    orderBy: { number: 'asc' },
    skip: (page - 1) * perPage,
    take: perPage,
    select: {
      number: true,
      authorName: true,
      privateName: true,
      organisation: true,
      contactAddress: true,
      caseSign: true,
      receivedAt: true,
      remarks: {
        orderBy: { point: 'asc' },
        select: {
          number: true,
          place: true,
          state: true,
          againstVersion: true,
          operations: { orderBy: { seq: 'asc' }, select: { clauseId: true } },
          rulings: {
            where: inForce,
            select: {
              correctionReason: true,
              decision: true,
              decisionWords: true,
              reason: true,
              resultVersion: true,
              madeByName: true,
              madeAt: true,
            },
          },
        },
      },
    },
  });
  const places = await filedPlaces(
    db,
    await loadDraft(db, { id }),
    filings.flatMap(({ remarks }) => remarks.map(({ againstVersion }) => againstVersion)),
  );
  // A letter is in the language of the law it answers.
  const t = translator('pl');
  return {
    slug: input.slug,
    title,
    municipality: municipality.name,
    page,
    pages,
    letters: filings.map(({ remarks, privateName, authorName, ...filing }) => ({
      ...filing,
      authorName: privateName ?? authorName,
      waiting: remarks.filter(({ state }) => state === 'open').length,
      points: remarks.flatMap(({ number, place, operations, againstVersion, rulings: [ruling] }) => {
        const units = operations.map(({ clauseId }) => placeWords(t, places.of(clauseId, againstVersion)));
        return ruling
          ? [
              {
                ...ruling,
                number,
                place: place ?? ([...new Set(units)].join(', ') || null),
                decision: ruling.decision as Decision,
              },
            ]
          : [];
      }),
    })),
  };
}
