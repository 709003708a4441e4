import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { conditionProblems, type ConditionProblem } from './conditions.ts';
import { hasOptions, numberOf, questionsOf, type Answerer } from './definition.ts';
import { editedVersion, noteChange, recordSurvey, surveyWrite, type Moved } from './office-survey.server.ts';

export type Publication = {
  answeredBy: Answerer;
  onWeb: boolean;
  kiosk: boolean;
  paper: boolean;
  opensAt: Date;
  closesAt: Date;
  /** Why a further version takes the place of the one before. */
  reason: string;
};

export type PublishError =
  | { code: 'empty' }
  | { code: 'no-channel' }
  | { code: 'term' }
  | { code: 'reason' }
  | { code: 'published' }
  | { code: 'conditions'; problems: (ConditionProblem & { no: number })[] }
  | { code: 'incomplete'; no: number };

/** Opens a survey to people, or a further version of it. Who may answer and how is said once, and stays. */
export function publishSurvey(
  db: Db,
  {
    viewer,
    slug,
    revision,
    now,
    ...given
  }: Publication & { viewer: Viewer; slug: string; revision: number; now: Date },
): Promise<{ ok: true } | { ok: false; error: PublishError } | Moved> {
  return surveyWrite(db, { viewer, slug, revision }, async (tx, survey) => {
    const refused = (error: PublishError) => ({ ok: false as const, error });
    const { number, definition, isPublished } = await editedVersion(tx, survey.id);
    if (isPublished) return refused({ code: 'published' });
    const questions = questionsOf(definition);
    if (questions.length === 0) return refused({ code: 'empty' });
    const incomplete = questions.findIndex(
      ({ kind, options, rows, words }) =>
        words.pl === '' || (hasOptions(kind) && options.length < 2) || (kind === 'matrix' && rows.length === 0),
    );
    if (incomplete >= 0) return refused({ code: 'incomplete', no: incomplete + 1 });
    const problems = conditionProblems(definition);
    if (problems.length > 0)
      return refused({
        code: 'conditions',
        problems: problems.map((each) => ({ ...each, no: numberOf(definition, each.question) })),
      });
    const isFirst = survey.state === 'draft';
    if (isFirst) {
      if (!given.onWeb && !given.kiosk && !given.paper) return refused({ code: 'no-channel' });
      if (given.closesAt <= given.opensAt || given.closesAt <= now) return refused({ code: 'term' });
    } else if (given.reason === '') return refused({ code: 'reason' });
    await tx.surveyVersion.update({
      where: { surveyId_number: { surveyId: survey.id, number } },
      data: { publishedAt: now, reason: isFirst ? '' : given.reason },
    });
    const { reason, ...terms } = given;
    await tx.survey.update({
      where: { id: survey.id },
      data: { version: number, ...(isFirst ? { ...terms, state: 'published', publishedAt: now } : {}) },
    });
    if (!isFirst) await noteChange(tx, survey, { kind: 'version', reason, data: { version: number }, viewer, now });
    await recordSurvey(tx, survey, { viewer, kind: 'survey-published', data: { version: number } });
    return { ok: true as const };
  });
}
