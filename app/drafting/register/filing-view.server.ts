import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { isAdmin, isOfficialOf, type Viewer } from '#app/people/viewer.ts';
import { loadHead, type ConsultationHead } from '../course/consultation-head.server.ts';
import type { AttachmentView } from '../attachments/attachment.ts';
import { findAttachments } from '../attachments/find-attachments.server.ts';
import { viewRemarks, type RemarkView } from '../remarks/remark-views.server.ts';
import type { Channel } from '../state/channels.ts';

export type FilingView = {
  consultation: ConsultationHead;
  municipality: string;
  number: number;
  channel: Channel;
  authorName: string;
  organisation: string | null;
  receivedAt: Date;
  filedAt: Date;
  isLate: boolean;
  enteredByName: string | null;
  points: RemarkView[];
  attachments: AttachmentView[];
  /** The withdrawn letter it replaces, and the letters that replace it. */
  refiledFrom: number | null;
  refiledAs: number[];
};

/** What is on the page of a letter for its author and the office alone. */
export type FilingPersonal = {
  isAuthor: boolean;
  isOfficial: boolean;
  /** The viewer's own letter, where their name stands under it in public. */
  signedId: string | null;
  /** Id for those who may cover the signature. */
  coverId: string | null;
  canWithdraw: boolean;
  /** „2:1” is point 2 in its revision 1; of points that wait. */
  seen: string[];
  canRefile: boolean;
  canAttach: boolean;
  /** The name of a person who did not ask to be named. */
  privateName: string | null;
  contactEmail: string | null;
  contactAddress: string | null;
  contactPhone: string | null;
  caseSign: string | null;
};

/** The public part of a letter. Throws not-found. */
export async function loadFiling(
  db: Db,
  input: { slug: string; number: number; locale: Locale; viewer?: Viewer | null; now?: Date },
): Promise<FilingView> {
  const draft = await loadDraft(db, { slug: input.slug });
  const filing = await db.filing.findUnique({
    where: { consultationId_number: { consultationId: draft.consultationId, number: input.number } },
    select: {
      id: true,
      number: true,
      channel: true,
      authorName: true,
      organisation: true,
      receivedAt: true,
      filedAt: true,
      isLate: true,
      enteredByName: true,
      refiledFrom: { select: { number: true } },
      refiledAs: { orderBy: { number: 'asc' }, select: { number: true } },
      consultation: { select: { municipality: { select: { name: true } } } },
    },
  });
  if (!filing) throw notFound('no such letter');
  const {
    id,
    consultation: { municipality },
    refiledFrom,
    refiledAs,
    ...facts
  } = filing;
  return {
    ...facts,
    channel: facts.channel as Channel,
    consultation: await loadHead(db, draft, input.now ?? new Date()),
    municipality: municipality.name,
    points: await viewRemarks(db, { where: { filingId: id } }, { draft, locale: input.locale }),
    attachments: await findAttachments(db, { where: { filingId: id }, viewer: input.viewer ?? null }),
    refiledFrom: refiledFrom?.number ?? null,
    refiledAs: refiledAs.map(({ number }) => number),
  };
}

/** What concerns the viewer alone. */
export async function loadFilingPersonal(
  db: Db,
  input: { slug: string; number: number; viewer: Viewer; isOpen: boolean },
): Promise<FilingPersonal> {
  const filing = await db.filing.findFirst({
    where: { number: input.number, consultation: { slug: input.slug } },
    select: {
      id: true,
      teryt: true,
      authorId: true,
      authorName: true,
      privateName: true,
      contactEmail: true,
      contactAddress: true,
      contactPhone: true,
      caseSign: true,
      remarks: { orderBy: { point: 'asc' }, select: { state: true, point: true, revision: true } },
    },
  });
  if (!filing) throw notFound('no such letter');
  const isAuthor = filing.authorId === input.viewer.id;
  const isOfficial = isOfficialOf(input.viewer, filing.teryt);
  const { privateName, contactEmail, contactAddress, contactPhone, caseSign } = filing;
  const hidden =
    isAuthor || isOfficial
      ? { privateName, contactEmail, contactAddress, contactPhone, caseSign }
      : { privateName: null, contactEmail: null, contactAddress: null, contactPhone: null, caseSign: null };
  return {
    isAuthor,
    isOfficial,
    signedId: isAuthor && filing.authorName !== '' ? filing.id : null,
    coverId: isOfficial || isAdmin(input.viewer) ? filing.id : null,
    ...hidden,
    canWithdraw:
      (isAuthor || (isOfficial && filing.authorId === null)) && filing.remarks.some(({ state }) => state === 'open'),
    seen: filing.remarks.filter(({ state }) => state === 'open').map(({ point, revision }) => `${point}:${revision}`),
    canAttach: isOfficial || (isAuthor && input.isOpen),
    canRefile: isAuthor && input.isOpen && filing.remarks.some(({ state }) => state === 'withdrawn'),
  };
}
