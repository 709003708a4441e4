import type { Db } from '#app/db/client.server.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import { paths } from '#app/i18n/paths.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { marksIn } from '#app/record/covered/grounds.ts';
import { tellAuthors } from '../course/tell-authors.server.ts';
import { officeWrite, recordOffice } from '../office/office-write.server.ts';
import { checkText } from './check-text.server.ts';
import { findingsStamp } from './findings-stamp.server.ts';
import { withAnswers } from './findings.ts';
import { readFindings } from './stored-findings.ts';

type FreezeError =
  | { code: 'not-proposed' | 'answers-moved' | 'same-official' | 'covered-words' | 'text-errors' }
  | { code: 'unanswered'; count: number };
export type FreezeResult = { ok: true; value: { hash: string } } | { ok: false; error: FreezeError };

/**
 * Freezes the proposed text as the one that goes to the council. The checks run again: every finding must be mended or
 * answered in words, and the answers are those that were on the page (`stamp`). With four eyes the official who proposed it, or wrote an answer to a finding, cannot.
 */
export async function freezeUnified(
  db: Db,
  input: { viewer: Viewer; slug: string; id: string; stamp: string; now: Date },
): Promise<FreezeResult> {
  const { viewer, id, now } = input;
  return officeWrite(db, input, async (tx, consultation): Promise<FreezeResult> => {
    const where = {
      id,
      consultationId: consultation.id,
      teryt: consultation.teryt,
      state: 'proposed',
      version: consultation.version,
    };
    const unified = await tx.unifiedText.findFirst({
      where,
      select: { text: true, checks: true, hash: true, proposedById: true },
    });
    if (!unified) return { ok: false, error: { code: 'not-proposed' } };
    if (consultation.fourEyes && (unified.proposedById === viewer.id || (await answered(tx, { id, viewer }))))
      return { ok: false, error: { code: 'same-official' } };
    // Words were covered in it since it was proposed: the council is not sent a text with holes.
    if (marksIn(unified.text) > 0) return { ok: false, error: { code: 'covered-words' } };
    const { findings, errors } = await checkText(tx, consultation.id);
    // An answer does not make a wrong reference right: the text is mended first.
    if (errors.length > 0) return { ok: false, error: { code: 'text-errors' } };
    const checks = withAnswers(findings, readFindings(unified.checks));
    if (findingsStamp(checks) !== input.stamp) return { ok: false, error: { code: 'answers-moved' } };
    const count = checks.filter(({ answer }) => answer === '').length;
    if (count > 0) return { ok: false, error: { code: 'unanswered', count } };
    await tx.unifiedText.updateMany({
      where,
      data: { state: 'frozen', checks, frozenById: viewer.id, frozenByName: viewer.displayName, frozenAt: now },
    });
    await tx.consultation.updateMany({
      where: { id: consultation.id, teryt: consultation.teryt },
      data: { sentAt: now },
    });
    await recordOffice(tx, consultation, {
      kind: 'unified-frozen',
      viewer,
      subject: { type: 'unified-text', id },
      data: { version: consultation.version, hash: unified.hash },
    });
    await tellAuthors(tx, { consultation, dedupeKey: `frozen:${id}` }, (t, locale) => ({
      subject: t('unified.mail.frozen.subject', { title: consultation.title }),
      body: [
        t('unified.mail.frozen.body', {
          title: consultation.title,
          version: consultation.version,
          at: formatDateTime(locale, now),
        }),
        t('unified.mail.frozen.next'),
        absoluteUrl(paths(locale).unifiedText(consultation.slug)),
      ].join('\n\n'),
    }));
    return { ok: true, value: { hash: unified.hash } };
  });
}

async function answered(tx: Db, { id, viewer }: { id: string; viewer: Viewer }): Promise<boolean> {
  return (await tx.event.count({ where: { kind: 'unified-answered', subjectId: id, actorId: viewer.id } })) > 0;
}
