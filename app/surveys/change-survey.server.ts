import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { AppError } from '#app/errors/app-error.ts';
import { isWithinBounds } from './definition.ts';
import { changed, type Change } from './editing.ts';
import { editedVersion, recordSurvey, surveyWrite, type Moved } from './office-survey.server.ts';

type Who = { viewer: Viewer; slug: string; revision: number };
type ChangeError = { code: 'gone' | 'too-many' | 'not-empty' | 'published' };

/** One step of the editor. A version that people answer is not touched. */
export function changeSurvey(
  db: Db,
  { change, viewer, slug, revision }: Who & { change: Change },
): Promise<{ ok: true } | { ok: false; error: ChangeError } | Moved> {
  return surveyWrite(db, { viewer, slug, revision }, async (tx, survey) => {
    const edited = await editedVersion(tx, survey.id);
    if (edited.isPublished) return { ok: false as const, error: { code: 'published' as const } };
    const next = changed(edited.definition, change);
    if (!next.ok) return next;
    if (!isWithinBounds(next.value)) throw new AppError('bad-request', 'a survey beyond its bounds');
    await tx.surveyVersion.update({
      where: { surveyId_number: { surveyId: survey.id, number: edited.number } },
      data: { definition: next.value },
    });
    await recordSurvey(tx, survey, { viewer, kind: 'survey-changed' });
    return { ok: true as const };
  });
}

export type SurveyFacts = { title: string; titleEn: string; lead: string; leadEn: string };

/** What the survey is called and what it is for. */
export function saveSurveyFacts(
  db: Db,
  { viewer, slug, revision, facts }: Who & { facts: SurveyFacts },
): Promise<{ ok: true } | Moved> {
  return surveyWrite(db, { viewer, slug, revision }, async (tx, survey) => {
    await tx.survey.update({ where: { id: survey.id }, data: facts });
    await recordSurvey(tx, survey, { viewer, kind: 'survey-changed' });
    return { ok: true as const };
  });
}

/** Begins the next version from what is asked now; its answers will be kept apart. */
export function beginVersion(
  db: Db,
  { viewer, slug, revision }: Who,
): Promise<{ ok: true } | { ok: false; error: ChangeError } | Moved> {
  return surveyWrite(db, { viewer, slug, revision }, async (tx, survey) => {
    const edited = await editedVersion(tx, survey.id);
    if (!edited.isPublished) return { ok: false as const, error: { code: 'published' as const } };
    await tx.surveyVersion.create({
      data: {
        teryt: survey.teryt,
        surveyId: survey.id,
        number: edited.number + 1,
        definition: edited.definition,
      },
    });
    await recordSurvey(tx, survey, { viewer, kind: 'survey-changed', data: { version: edited.number + 1 } });
    return { ok: true as const };
  });
}
