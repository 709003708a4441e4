import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { noteChange, recordSurvey, surveyWrite, type Moved } from './office-survey.server.ts';

type Extend = { viewer: Viewer; slug: string; revision: number; closesAt: Date; reason: string; now: Date };

/** Moves the end of an open survey further, with a reason that everybody reads. */
export function extendSurvey(
  db: Db,
  { viewer, slug, revision, closesAt, reason, now }: Extend,
): Promise<{ ok: true } | { ok: false; error: { code: 'term' } } | Moved> {
  return surveyWrite(db, { viewer, slug, revision }, async (tx, survey) => {
    const isOpen = survey.state === 'published' && survey.closesAt !== null && survey.closesAt > now;
    if (!isOpen || !survey.closesAt || closesAt <= survey.closesAt)
      return { ok: false as const, error: { code: 'term' as const } };
    await tx.survey.update({ where: { id: survey.id }, data: { closesAt } });
    const data = { before: survey.closesAt.toISOString(), after: closesAt.toISOString() };
    await noteChange(tx, survey, { kind: 'extension', reason, data, viewer, now });
    await recordSurvey(tx, survey, { viewer, kind: 'survey-extended' });
    return { ok: true as const };
  });
}
