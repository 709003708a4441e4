import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { officeWrite, recordOffice } from '../office-write.server.ts';
import { checkText } from './check-text.server.ts';
import { withAnswers } from './findings.ts';
import { readFindings } from './stored-findings.ts';

export type AnswerResult = { ok: true; value: { unanswered: number } } | { ok: false; error: { code: 'not-proposed' } };

/** Saves what the office writes to findings, by key; what is not given stays. Findings that are mended by now fall away. */
export async function answerFindings(db: Db, input: { viewer: Viewer; slug: string; id: string; answers: ReadonlyMap<string, string> }): Promise<AnswerResult> {
  const { viewer, id, answers } = input;
  return officeWrite(db, input, async (tx, consultation): Promise<AnswerResult> => {
    const where = { id, consultationId: consultation.id, teryt: consultation.teryt, state: 'proposed' };
    const unified = await tx.unifiedText.findFirst({ where, select: { checks: true } });
    if (!unified) return { ok: false, error: { code: 'not-proposed' } };
    const { findings } = await checkText(tx, consultation.id);
    const given = readFindings(unified.checks).map((finding) => {
      const answer = answers.get(finding.key);
      return answer === undefined || answer === finding.answer ? finding : { ...finding, answer, by: answer === '' ? '' : viewer.displayName };
    });
    const known = new Set(given.map(({ key }) => key));
    const fresh = [...answers].filter(([key]) => !known.has(key)).map(([key, answer]) => ({ key, answer, by: viewer.displayName }));
    const checks = withAnswers(findings, [...given, ...fresh]);
    await tx.unifiedText.updateMany({ where, data: { checks } });
    const unanswered = checks.filter(({ answer }) => answer === '').length;
    await recordOffice(tx, consultation, { kind: 'unified-answered', viewer, subject: { type: 'unified-text', id }, data: { findings: checks.length, unanswered } });
    return { ok: true, value: { unanswered } };
  });
}
