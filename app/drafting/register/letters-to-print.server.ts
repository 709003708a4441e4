import { citeTogether } from '#app/i18n/inflect-citation.ts';
import type { Db } from '#app/db/client.server.ts';
import { inForce, type Decision } from '#app/drafting/state/remark-state.ts';
import { translator } from '#app/i18n/translate.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { loadDraft } from '../acts/load-draft.server.ts';
import { termsLetter } from '../course/terms/terms-letter.ts';
import { placeWords } from '../remarks/filed-place.ts';
import { filedPlaces } from '../remarks/filed-places.server.ts';
import { reportLetter } from '../report/publish-report.server.ts';
import { latestNotice } from '../told/latest-notice.server.ts';
import { letterPrints } from '../told/mark-posted.server.ts';
import { noticeNames, type NoticeName } from '../told/notice-names.ts';
import type { Told } from '../told/told.ts';
import { aboutOf, paperFilings, toldOf, type Notice } from '../told/told-authors.server.ts';
import { requireOffice } from './require-office.server.ts';

export type PrintedLetter = {
  number: number;
  authorName: string;
  organisation: string | null;
  contactAddress: string | null;
  contactPhone: string | null;
  caseSign: string | null;
  receivedAt: Date;
  /** Rulings on its points; empty in a letter about something else. */
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
  /** What it says, in short; sent along when it is noted as posted. */
  print: string;
  /** The day it was sent on and by whom, as the record says. */
  posted: { on: string; by: string } | null;
};

export type LettersToPrint = {
  slug: string;
  title: string;
  municipality: string;
  name: NoticeName;
  /** What there are letters about. */
  names: NoticeName[];
  told: Told;
  /** Words of a letter that is the same for everybody; null for answers. */
  notice: { subject: string; body: string } | null;
  page: number;
  pages: number;
  letters: PrintedLetter[];
  /** How many there are of both kinds, to go between them. */
  counts: { toPost: number; posted: number };
};

/** Letters on one page: each is a sheet of paper. */
const perPage = 25;

export type AskedLetters = {
  viewer: Viewer;
  slug: string;
  number: number | null;
  page: number;
  name?: NoticeName;
  /** Those noted as sent instead of those to send. */ posted?: boolean;
};

/** Letters to people whom nothing but paper reaches, one each; `number` picks one. For officials of the municipality. */
export async function loadLettersToPrint(db: Db, input: AskedLetters): Promise<LettersToPrint> {
  const { id, title } = await requireOffice(db, input);
  const wanted = input.name ?? 'odpowiedzi';
  const notices = new Map<NoticeName, Notice>();
  for (const name of Object.keys(noticeNames) as NoticeName[]) {
    const found = await latestNotice(db, id, name);
    if (found) notices.set(name, found);
  }
  const name = notices.has(wanted) ? wanted : 'odpowiedzi';
  const notice = notices.get(name)!;
  const all = await paperFilings(db, id, notice);
  const chosen = all.filter(({ isPosted }) => input.number !== null || isPosted === (input.posted ?? false));
  const where = {
    id: { in: chosen.map((each) => each.id) },
    ...(input.number === null ? {} : { number: input.number }),
  };
  const pages = Math.max(1, Math.ceil((await db.filing.count({ where })) / perPage));
  const page = Math.min(Math.max(1, input.page), pages);
  const { municipality } = await db.consultation.findUniqueOrThrow({
    where: { id },
    select: { municipality: { select: { name: true } } },
  });
  return {
    slug: input.slug,
    title,
    municipality: municipality.name,
    name,
    names: [...notices.keys()],
    told: await toldOf(db, id, notice),
    notice: await noticeWords(db, notice, title),
    page,
    pages,
    letters: await readLetters(db, { consultationId: id, notice, where, skip: (page - 1) * perPage }),
    counts: {
      toPost: all.filter(({ isPosted }) => !isPosted).length,
      posted: all.filter(({ isPosted }) => isPosted).length,
    },
  };
}

/** A letter is in the language of the law it is about. */
const t = translator('pl');

async function noticeWords(db: Db, notice: Notice, title: string): Promise<LettersToPrint['notice']> {
  if (notice.kind === 'report') {
    const { number } = await db.report.findUniqueOrThrow({ where: { id: notice.id }, select: { number: true } });
    return reportLetter({ title, number }, t);
  }
  if (notice.kind !== 'terms') return null;
  return termsLetter({ ...(await db.termChange.findUniqueOrThrow({ where: { id: notice.id } })), title }, t, 'pl');
}

async function readLetters(
  db: Db,
  {
    consultationId,
    notice,
    where,
    skip,
  }: { consultationId: string; notice: Notice; where: { id: { in: string[] } }; skip: number },
): Promise<PrintedLetter[]> {
  const filings = await db.filing.findMany({
    where,
    orderBy: { number: 'asc' },
    skip,
    take: perPage,
    select: {
      id: true,
      number: true,
      authorName: true,
      privateName: true,
      organisation: true,
      contactAddress: true,
      contactPhone: true,
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
  const ids = filings.map(({ id }) => id);
  const prints = await letterPrints(db, aboutOf(notice), ids);
  const posted = await postedOf(db, { consultationId, about: aboutOf(notice), ids });
  const places = await filedPlaces(
    db,
    await loadDraft(db, { id: consultationId }),
    filings.flatMap(({ remarks }) => remarks.map(({ againstVersion }) => againstVersion)),
  );
  return filings.map(({ id, remarks, privateName, authorName, ...filing }) => ({
    ...filing,
    authorName: privateName ?? authorName,
    print: prints.get(id) ?? '',
    posted: posted.get(id) ?? null,
    waiting: notice.kind === 'answers' ? remarks.filter(({ state }) => state === 'open').length : 0,
    points:
      notice.kind !== 'answers'
        ? []
        : remarks.flatMap(({ number, place, operations, againstVersion, rulings: [ruling] }) => {
            const units = operations.map(({ clauseId }) => placeWords(t, places.of(clauseId, againstVersion)));
            return ruling
              ? [
                  {
                    ...ruling,
                    number,
                    place: place ?? (citeTogether(units) || null),
                    decision: ruling.decision as Decision,
                  },
                ]
              : [];
          }),
  }));
}

async function postedOf(
  db: Db,
  { consultationId, about, ids }: { consultationId: string; about: string; ids: string[] },
): Promise<Map<string, { on: string; by: string }>> {
  const events = await db.event.findMany({
    where: {
      consultationId,
      kind: 'letter-posted',
      subjectId: { in: ids },
      data: { path: ['about'], equals: about },
    },
    orderBy: { id: 'asc' },
    select: { subjectId: true, actorId: true, data: true },
  });
  const people = await db.user.findMany({
    where: { id: { in: events.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, displayName: true },
  });
  return new Map(
    events.map(({ subjectId, actorId, data }) => [
      subjectId,
      {
        on: String((data as { on?: unknown }).on ?? ''),
        by: people.find(({ id }) => id === actorId)?.displayName ?? '',
      },
    ]),
  );
}
