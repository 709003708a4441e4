import type { Db } from '#app/db/client.server.ts';
import { isUniqueViolation, transaction } from '#app/db/transaction.server.ts';
import { AppError, notFound } from '#app/errors/app-error.ts';
import { sha256 } from '#app/hash/sha256.server.ts';
import { takeLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { readWhole, type AnswerProblem, type Typed } from './answers.ts';
import { codeOf } from './codes.ts';
import { readDefinition } from './definition.ts';
import { isMarked, keepAnswer, personMark, takeMark } from './keep-answer.server.ts';
import { codeHash, kioskBatch } from './make-codes.server.ts';
import { surveyState } from './survey-state.ts';

/** Time that an answer may be on its way when the last minute is over. */
export const graceSeconds = 120;

export type AnswerError =
  | { code: 'answers'; problems: AnswerProblem[] }
  | { code: 'version' | 'closed' | 'not-yet' | 'sign-in' | 'answered' | 'no-code' | 'used-code' | 'no-kiosk' | 'empty' }
  | TooMany;

type SendAnswer = {
  slug: string;
  /** Version that the form was of. */
  version: number;
  typed: Typed;
  /** Number of the form: the same sending twice is one answer. */
  once: string;
  viewer: Viewer | null;
  code: string;
  channel: 'web' | 'kiosk';
  isRepeat: boolean;
  now: Date;
};

export type Answered = { ok: true; receipt: string } | { ok: false; error: AnswerError };

/**
 * Takes one answer. Neither the account, nor the address, nor the time stands with it: who has answered, and which code was used, is noted
 * in one row for all, and nothing leads from there to the answer.
 */
export async function answerSurvey(db: Db, given: SendAnswer): Promise<Answered> {
  const survey = await db.survey.findUnique({ where: { slug: given.slug }, include: { versions: true } });
  if (!survey || survey.state !== 'published') throw notFound('no such survey');
  const refused = (error: AnswerError): Answered => ({ ok: false, error });
  if (given.once.length < 16 || given.once.length > 60) throw new AppError('bad-request', 'no number of the form');
  const once = sha256(`${survey.id} ${given.once}`);
  const receipt = receiptOf(once);
  if (await db.surveyAnswer.findFirst({ where: { surveyId: survey.id, once }, select: { id: true } }))
    return { ok: true, receipt };
  const closed = surveyState({ ...survey, closesAt: later(survey.closesAt) }, given.now);
  if (closed !== 'open') return refused({ code: closed === 'coming' ? 'not-yet' : 'closed' });
  if (given.version !== survey.version) return refused({ code: 'version' });
  const version = survey.versions.find(({ number }) => number === survey.version);
  const { answers, problems } = readWhole(readDefinition(version?.definition), given.typed);
  if (problems.length > 0) return refused({ code: 'answers', problems });
  if (Object.keys(answers).length === 0) return refused({ code: 'empty' });
  const taken = await takeLimit(db, 'survey-answer', { consultation: survey.id });
  if (!taken.ok) return refused(taken.error);
  try {
    return await transaction(db, async (tx): Promise<Answered> => {
      const admitted = await admit(tx, survey, given);
      if (admitted) return refused({ code: admitted });
      await keepAnswer(tx, {
        surveyId: survey.id,
        version: survey.version,
        channel: given.channel,
        isRepeat: given.isRepeat,
        values: answers,
        unreadable: [],
        once,
      });
      return { ok: true, receipt };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Two sendings of one form, or of one person, at the same moment: the other one was first.
    const same = await db.surveyAnswer.findFirst({ where: { surveyId: survey.id, once }, select: { id: true } });
    return same ? { ok: true, receipt } : refused({ code: 'answered' });
  }
}

const later = (closesAt: Date | null) => closesAt && new Date(closesAt.getTime() + graceSeconds * 1000);

/** A word by which somebody can say which answer was theirs. */
function receiptOf(once: string): string {
  return once.slice(0, 8).toUpperCase();
}

type Admission = 'answered' | 'sign-in' | 'no-code' | 'used-code' | 'no-kiosk';

/** Whether this one may answer now, and takes the place: marks the person or the code as used. Null when all is well. */
async function admit(
  tx: Db,
  survey: { id: string; answeredBy: string; onWeb: boolean; kiosk: boolean },
  { viewer, code, channel }: SendAnswer,
): Promise<Admission | null> {
  if (channel === 'kiosk') return (await isKioskKey(tx, survey, code)) ? null : 'no-kiosk';
  if (!survey.onWeb) throw notFound('not answered on the web');
  if (survey.answeredBy === 'account') {
    if (!viewer?.verified) return 'sign-in';
    return (await takeMark(tx, survey.id, personMark(survey.id, viewer.id))) ? null : 'answered';
  }
  if (survey.answeredBy !== 'code') return null;
  const typed = codeOf(code);
  if (!typed) return 'no-code';
  const hash = codeHash(survey.id, typed);
  const where = { surveyId: survey.id, hash, batch: { not: kioskBatch } };
  if ((await tx.surveyCode.count({ where })) === 0) return 'no-code';
  return (await takeMark(tx, survey.id, hash)) ? null : 'used-code';
}

/** Whether a key opens the kiosk of a survey. */
export async function isKioskKey(db: Db, survey: { id: string; kiosk: boolean }, key: string): Promise<boolean> {
  const code = codeOf(key);
  if (!survey.kiosk || !code) return false;
  const hash = codeHash(survey.id, code);
  return (await db.surveyCode.count({ where: { surveyId: survey.id, hash, batch: kioskBatch } })) > 0;
}

/** Looks a code up before somebody answers twenty questions with one that is none. Wrong ones are counted, so that nobody guesses. */
export async function tryCode(
  db: Db,
  { slug, code }: { slug: string; code: string },
): Promise<{ ok: true } | { ok: false; error: { code: 'no-code' | 'used-code' } | TooMany }> {
  const survey = await db.survey.findUnique({ where: { slug }, select: { id: true } });
  if (!survey) throw notFound('no such survey');
  const taken = await takeLimit(db, 'survey-code', { target: survey.id });
  if (!taken.ok) return taken;
  const typed = codeOf(code);
  const hash = typed && codeHash(survey.id, typed);
  const where = { surveyId: survey.id, hash: hash ?? '', batch: { not: kioskBatch } };
  if (!hash || (await db.surveyCode.count({ where })) === 0) return { ok: false, error: { code: 'no-code' } };
  await taken.giveBack();
  return (await isMarked(db, survey.id, hash)) ? { ok: false, error: { code: 'used-code' } } : { ok: true };
}
