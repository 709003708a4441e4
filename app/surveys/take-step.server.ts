import type { Db } from '#app/db/client.server.ts';
import type { FormFailure } from '#app/forms/form.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { waitMessage } from '#app/limits/wait.ts';
import { answerSurvey, type AnswerError } from './answer-survey.server.ts';
import type { Definition } from './definition.ts';
import { nextPage, pageProblems, withoutHidden } from './steps.ts';
import { readStep, stepFailure } from './survey-answer-form.ts';
import type { SurveyStep } from './survey-form.tsx';
import { askedNow } from './survey-page.server.ts';

type TakeStep = {
  slug: string;
  values: FormFailure['values'];
  viewer: Viewer | null;
  channel: 'web' | 'kiosk';
  isRepeat: boolean;
  now: Date;
};

export type TakenStep =
  | { kind: 'sent'; receipt: string }
  | { kind: 'sign-in' }
  | { kind: 'page'; status: number; seconds: number | null; step: SurveyStep; failure: FormFailure | null };

/** One sending of a page: on to the next, back to the one before, or the whole answer at the end. Nothing typed is ever lost. */
export async function takeStep(db: Db, { slug, values, viewer, channel, isRepeat, now }: TakeStep): Promise<TakenStep> {
  const { definition, version } = await askedNow(db, slug);
  const read = readStep(definition, values);
  const sent = { ...read, typed: withoutHidden(definition, read.typed, read.page) };
  const intent = values.intent?.[0];
  const step: SurveyStep = { ...sent, version };
  const at = (page: number) => shown({ ...step, page });
  if (intent === 'back') return at(Math.max(0, nextPage(definition, sent.page, -1, sent.typed)));
  const problems = pageProblems(definition, sent.page, sent.typed);
  if (problems.length > 0) return shown(step, stepFailure(sent.typed, problems), 400);
  const next = nextPage(definition, sent.page, 1, sent.typed);
  // Nothing is sent by a button that says something else, and a page that turned out to be asked comes first.
  if (next >= 0) return at(next);
  if (intent !== 'send') return shown({ ...step, isLast: true });
  const done = await answerSurvey(db, { slug, viewer, channel, isRepeat, now, ...sent });
  if (done.ok) return { kind: 'sent', receipt: done.receipt };
  return refusedStep(definition, step, done.error);
}

function shown(
  step: SurveyStep,
  failure: FormFailure | null = null,
  status = 200,
  seconds: number | null = null,
): TakenStep {
  return { kind: 'page', status, seconds, step, failure };
}

function refusedStep(definition: Definition, step: SurveyStep, error: AnswerError): TakenStep {
  if (error.code === 'sign-in') return { kind: 'sign-in' };
  const { typed } = step;
  if (error.code === 'answers') {
    const [first] = error.problems;
    const at = definition.pages.findIndex(({ questions }) => questions.some(({ id }) => id === first?.question));
    return shown({ ...step, page: Math.max(0, at) }, stepFailure(typed, error.problems), 400);
  }
  const about = (key: FormFailure['errors'][string][number]): FormFailure => ({
    values: typed,
    errors: { survey: [key] },
  });
  if (error.code === 'too-many') return shown(step, about(waitMessage(error.seconds)), 429, error.seconds);
  return shown(step, about({ key: `survey.error.${error.code}` }), error.code === 'empty' ? 400 : 409);
}
