import { hasSecondOfficial } from '#app/drafting/office/has-second-official.server.ts';
import { needsSecond, type Approves } from '#app/drafting/office/gate.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { paths } from '#app/i18n/paths.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { officeWrite, recordOffice } from '#app/drafting/office/office-write.server.ts';
import type { StageDates } from '#app/drafting/state/stage.ts';
import { shortTermOf } from './short-term-of.server.ts';
import { tellAuthors } from '../tell-authors.server.ts';
import { termsLetter } from './terms-letter.ts';
import { cutsRunningTerm, termsProblem, type TermsProblem } from './terms-change.ts';

export type ChangeTerms = {
  viewer: Viewer;
  slug: string;
  /** The terms as the form showed them; when they are others by now nothing is written. */
  shown: StageDates;
  dates: StageDates;
  reason: string;
  /** The official knows that remarks are taken for fewer days than a rule gives. */
  shortTerm?: boolean;
  now: Date;
  /** The draft that this brings into force, under four eyes. */
  approves?: Approves;
};

export type ChangeTermsResult =
  | { ok: true; value: { id: string } }
  | { ok: false; error: { code: TermsProblem | 'moved' | 'sent' | 'four-eyes' | 'needs-two' | 'term-short' } };

/**
 * Changes announced terms with a reason: recorded, public, and told to everybody who takes part. A running term is cut by two officials,
 * whatever the consultation says of four eyes.
 */
export async function changeTerms(db: Db, input: ChangeTerms): Promise<ChangeTermsResult> {
  const { viewer, dates, reason, now } = input;
  return officeWrite(db, input, async (tx, consultation): Promise<ChangeTermsResult> => {
    if (consultation.sentAt || consultation.adoptedOn) return { ok: false, error: { code: 'sent' } };
    if (!same(consultation, input.shown)) return { ok: false, error: { code: 'moved' } };
    const problem = termsProblem(consultation, dates, now);
    if (problem) return { ok: false, error: { code: problem } };
    if (!input.shortTerm && (await shortTermOf(tx, { slug: consultation.slug, dates })))
      return { ok: false, error: { code: 'term-short' } };
    const isCut = cutsRunningTerm(consultation, dates, now);
    if (isCut && !(await hasSecondOfficial(tx, consultation.teryt))) return { ok: false, error: { code: 'needs-two' } };
    const fourEyes = consultation.fourEyes || isCut;
    if (await needsSecond(tx, { id: consultation.id, fourEyes }, { ...input, write: 'terms' }))
      return { ok: false, error: { code: 'four-eyes' } };
    const { opensAt, closesAt, answersDueAt } = dates;
    const change = {
      opensBefore: consultation.opensAt,
      opensAfter: opensAt,
      closesBefore: consultation.closesAt,
      closesAfter: closesAt,
      answersDueBefore: consultation.answersDueAt,
      answersDueAfter: answersDueAt,
    };
    const { id } = await tx.termChange.create({
      data: {
        teryt: consultation.teryt,
        consultationId: consultation.id,
        ...change,
        reason,
        madeById: viewer.id,
        madeByName: viewer.displayName,
        madeAt: now,
      },
    });
    await tx.consultation.updateMany({
      where: { id: consultation.id, teryt: consultation.teryt },
      data: { opensAt, closesAt, answersDueAt },
    });
    await recordOffice(tx, consultation, {
      kind: 'terms-changed',
      viewer,
      subject: { type: 'consultation', id: consultation.id },
      data: {
        change: id,
        opensAt: opensAt.toISOString(),
        closesAt: closesAt.toISOString(),
        answersDueAt: answersDueAt.toISOString(),
      },
    });
    await tellAuthors(tx, { consultation, dedupeKey: `terms:${id}` }, (t, locale) => {
      const about = { ...change, title: consultation.title, reason, madeAt: now };
      const { subject, body } = termsLetter(about, t, locale);
      return { subject, body: `${body}\n\n${absoluteUrl(paths(locale).consultation(consultation.slug))}` };
    });
    return { ok: true, value: { id } };
  });
}

function same(a: StageDates, b: StageDates): boolean {
  return (
    a.opensAt.getTime() === b.opensAt.getTime() &&
    a.closesAt.getTime() === b.closesAt.getTime() &&
    a.answersDueAt.getTime() === b.answersDueAt.getTime()
  );
}
