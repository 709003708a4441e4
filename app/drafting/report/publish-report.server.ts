import { needsSecond, type Approves } from '#app/drafting/office/gate.server.ts';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '#app/db/client.server.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import { paths } from '#app/i18n/paths.ts';
import type { Translate } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { hashOf } from '#app/publishing/hash.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { officeWrite, recordOffice } from '../office/office-write.server.ts';
import { tellAuthors } from '../course/tell-authors.server.ts';
import { isComplete, missingForFinal, type Missing } from './missing.server.ts';
import type { ReportDocument, ReportLine } from './report-document.ts';
import { reportHead } from './report-head.server.ts';
import { allLines } from './report-lines.server.ts';

export type PublishReport = {
  viewer: Viewer;
  slug: string;
  /** Number of the report this one follows, as the page showed it; 0 for the first. */
  after: number;
  /** Why it replaces the one before; '' for the first. */
  note: string;
  /** Revision of what the office wrote, as the page before the closing showed it. */
  details?: number;
  now: Date;
  /** The draft that this brings into force, under four eyes. */
  approves?: Approves;
};
type PublishReportError =
  | { code: 'missing'; missing: Missing }
  | { code: 'moved' }
  | { code: 'note-required' }
  | { code: 'four-eyes' };
export type PublishReportResult =
  | { ok: true; value: { number: number; hash: string } }
  | { ok: false; error: PublishReportError };

/**
 * Closes the report: the public copy as one document that never changes, with its SHA-256. Refused while a remark has no
 * ruling or a ruling no reason. A later one needs a reason and leaves the earlier one where it is.
 */
export async function publishReport(db: Db, input: PublishReport): Promise<PublishReportResult> {
  const { viewer, slug, after, note, now } = input;
  return officeWrite(db, input, async (tx, consultation): Promise<PublishReportResult> => {
    const last = await tx.report.findFirst({
      where: { consultationId: consultation.id },
      orderBy: { number: 'desc' },
      select: { number: true },
    });
    if ((last?.number ?? 0) !== after) return { ok: false, error: { code: 'moved' } };
    if (input.details !== undefined) {
      const words = await tx.reportDetails.findUnique({
        where: { consultationId: consultation.id },
        select: { revision: true },
      });
      if ((words?.revision ?? 0) !== input.details) return { ok: false, error: { code: 'moved' } };
    }
    if (after > 0 && note === '') return { ok: false, error: { code: 'note-required' } };
    const missing = await missingForFinal(tx, consultation, now);
    if (!isComplete(missing)) return { ok: false, error: { code: 'missing', missing } };
    if (await needsSecond(tx, consultation, { ...input, write: 'report' }))
      return { ok: false, error: { code: 'four-eyes' } };
    const document = await reportDocument(tx, {
      slug,
      number: after + 1,
      note: after > 0 ? note : '',
      madeBy: viewer.displayName,
      now,
    });
    const [id, hash] = [uuidv7(), hashOf(document)];
    await tx.report.create({
      data: {
        id,
        teryt: consultation.teryt,
        consultationId: consultation.id,
        number: document.number,
        version: document.version,
        hash,
        note: document.note,
        json: document as unknown as Prisma.InputJsonObject,
        madeById: viewer.id,
        madeByName: viewer.displayName,
        madeAt: now,
      },
    });
    await recordOffice(tx, consultation, {
      kind: 'report-published',
      viewer,
      subject: { type: 'report', id },
      data: { number: document.number, hash },
    });
    await tellAuthors(tx, { consultation, dedupeKey: `report:${id}` }, (t, locale) => {
      const { subject, body } = reportLetter({ title: consultation.title, number: document.number }, t);
      return { subject, body: `${body}\n\n${absoluteUrl(paths(locale).report(slug))}` };
    });
    return { ok: true, value: { number: document.number, hash } };
  });
}

/** What authors are told when a report is closed, by e-mail and on paper alike. */
export function reportLetter(
  report: { title: string; number: number },
  t: Translate,
): { subject: string; body: string } {
  return { subject: t('report.mail.subject', { title: report.title }), body: t('report.mail.body', report) };
}

/** The public copy of the report as it would be closed now, checked by nobody. */
export async function reportDocument(
  tx: Db,
  { slug, number, note, madeBy, now }: { slug: string; number: number; note: string; madeBy: string; now: Date },
): Promise<ReportDocument> {
  const { id, ...head } = await reportHead(tx, slug, now);
  const lines: ReportLine[] = [];
  for await (const batch of allLines(tx, { id, version: head.version }, head.numbers.received + head.numbers.withdrawn))
    lines.push(...batch);
  return { ...head, number, replaces: number > 1 ? number - 1 : null, note, madeBy, lines };
}
