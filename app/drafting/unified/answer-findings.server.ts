import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { officeWrite, recordOffice } from '../office/office-write.server.ts';
import { checkText } from './check-text.server.ts';
import { withAnswers, type AnsweredFinding } from './findings.ts';
import { readFindings } from './stored-findings.ts';

export type AnswerResult =
  | { ok: true; value: { unanswered: number } }
  | { ok: false; error: { code: 'not-proposed' | 'answered' } };

/** Words to a finding, and those that stood there when the form was made. */
export type GivenAnswer = { answer: string; shown: string };

/**
 * Saves what the office writes to findings, by key; what is given as it was shown stays. Findings that are mended by now fall away.
 * Refused (`answered`) when somebody else wrote to one of them meanwhile.
 */
export async function answerFindings(
  db: Db,
  input: { viewer: Viewer; slug: string; id: string; answers: ReadonlyMap<string, GivenAnswer> },
): Promise<AnswerResult> {
  const { viewer, id } = input;
  const answers = new Map([...input.answers].filter(([, { answer, shown }]) => answer !== shown));
  return officeWrite(db, input, async (tx, consultation): Promise<AnswerResult> => {
    const where = { id, consultationId: consultation.id, teryt: consultation.teryt, state: 'proposed' };
    const unified = await tx.unifiedText.findFirst({ where, select: { checks: true } });
    if (!unified) return { ok: false, error: { code: 'not-proposed' } };
    const { findings } = await checkText(tx, consultation.id);
    const stored = readFindings(unified.checks);
    if (stored.some((finding) => isOverwritten(finding.answer, answers.get(finding.key))))
      return { ok: false, error: { code: 'answered' } };
    const given = stored.map((finding) => {
      const answer = answers.get(finding.key)?.answer;
      return answer === undefined || answer === finding.answer
        ? finding
        : { ...finding, answer, by: answer === '' ? '' : viewer.displayName };
    });
    const known = new Set(given.map(({ key }) => key));
    const fresh = [...answers]
      .filter(([key]) => !known.has(key))
      .map(([key, { answer }]) => ({ key, answer, by: viewer.displayName }));
    const checks = withAnswers(findings, [...given, ...fresh]);
    const unanswered = checks.filter(({ answer }) => answer === '').length;
    if (said(checks) === said(stored)) return { ok: true, value: { unanswered } };
    await tx.unifiedText.updateMany({ where, data: { checks } });
    await recordOffice(tx, consultation, {
      kind: 'unified-answered',
      viewer,
      subject: { type: 'unified-text', id },
      data: { findings: checks.length, unanswered },
    });
    return { ok: true, value: { unanswered } };
  });
}

/** What is found and what was written to it; the database gives fields back in an order of its own. */
function said(findings: readonly AnsweredFinding[]): string {
  return JSON.stringify(findings.map(({ key, answer, by }) => [key, answer, by]));
}

/** Somebody else wrote to it after the form was made, and something else. */
function isOverwritten(stored: string, given: GivenAnswer | undefined): boolean {
  return given !== undefined && stored !== given.shown && stored !== given.answer;
}
