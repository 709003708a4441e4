import { randomUUID } from 'node:crypto';
import type { Db } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/is-uuid.ts';
import { isUniqueViolation } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { sha256 } from '#app/hash/sha256.server.ts';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import type { Definition } from './definition.ts';
import { viewAnswers } from './import-tasks.server.ts';
import type { ImportMapping, JudgedImport } from './import-table.ts';
import type { ViewedAnswers } from './import-work.ts';
import { loadDefinition } from './load-definition.server.ts';
import { findForOffice, recordSurvey, surveyWrite, type Moved, type OfficeSurvey } from './office-survey.server.ts';

type Who = { viewer: Viewer; slug: string };

/** Answers written in one statement. */
const batch = 500;

type UploadError = Exclude<ViewedAnswers, { ok: true }>['error'] | 'not-open' | 'taken-already';

/** Takes in a file of answers collected elsewhere, for the mapping of its columns. The same file is taken once; one that waits is gone on with. */
export async function uploadAnswers(
  db: Db,
  { source, fileName, name, ...who }: Who & { source: string; fileName: string; name: string },
): Promise<{ ok: true; id: string } | { ok: false; error: { code: UploadError } } | Moved> {
  await requireLimit(db, 'office-preview', { person: who.viewer.id });
  const { id, version, state } = await findForOffice(db, who);
  const refused = (code: UploadError) => ({ ok: false as const, error: { code } });
  if (state !== 'published') return refused('not-open');
  const hash = sha256(source);
  const known = await db.surveyImport.findUnique({ where: { surveyId_hash: { surveyId: id, hash } } });
  if (known) return known.takenAt ? refused('taken-already') : { ok: true, id: known.id };
  const viewed = await runTask(viewAnswers, {
    source,
    definition: await loadDefinition(db, { id, version }),
    mapping: null,
  });
  if (!viewed.ok) return refused(viewed.error);
  try {
    return await surveyWrite(db, { ...who, revision: null }, async (tx, survey) => {
      const made = await tx.surveyImport.create({
        data: {
          teryt: survey.teryt,
          surveyId: survey.id,
          version: survey.version,
          hash,
          fileName: fileName.slice(0, 200),
          name,
          source,
          mapping: viewed.mapping,
          createdById: who.viewer.id,
          createdByName: who.viewer.displayName,
        },
        select: { id: true },
      });
      return { ok: true as const, id: made.id };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return uploadAnswers(db, { source, fileName, name, ...who });
  }
}

export type WaitingImport = {
  survey: OfficeSurvey;
  definition: Definition;
  id: string;
  name: string;
  fileName: string;
  revision: number;
  judged: JudgedImport;
};

/** A file that waits for its mapping, as it was sent. Throws not-found for everybody but the office, and once it was taken. */
export async function findWaitingImport(db: Db, { id, ...who }: Who & { id: string }) {
  const survey = await findForOffice(db, who);
  const kept = isUuid(id)
    ? await db.surveyImport.findFirst({ where: { id, surveyId: survey.id, takenAt: null } })
    : null;
  if (!kept) throw notFound('no such file waits');
  return { survey, kept };
}

/** The same as it would be taken now. */
export async function waitingImport(db: Db, who: Who & { id: string }): Promise<WaitingImport> {
  const { survey, kept } = await findWaitingImport(db, who);
  await requireLimit(db, 'office-preview', { person: who.viewer.id });
  const definition = await loadDefinition(db, { id: survey.id, version: kept.version });
  const viewed = await runTask(viewAnswers, {
    source: kept.source,
    definition,
    mapping: kept.mapping as unknown as ImportMapping,
  });
  if (!viewed.ok) throw notFound('no table any more');
  const { id, name, fileName, revision } = kept;
  return { survey, definition, id, name, fileName, revision, judged: viewed.judged };
}

type Change = Who & { id: string; revision: number };
type ChangeError = { ok: false; error: { code: 'conflict' | 'nothing' } };

/** Keeps what columns and values are taken for. */
export async function mapImport(
  db: Db,
  { id, revision, mapping, ...who }: Change & { mapping: ImportMapping },
): Promise<{ ok: true } | ChangeError> {
  const survey = await findForOffice(db, who);
  const { count } = await db.surveyImport.updateMany({
    where: { id, surveyId: survey.id, takenAt: null, revision },
    data: { mapping, revision: { increment: 1 } },
  });
  return count === 1 ? { ok: true } : { ok: false, error: { code: 'conflict' } };
}

/** Takes the valid answers over; how many were not, and why, stays with the file, and its words go. Their order is not that of the file. */
export async function takeImport(
  db: Db,
  { id, revision, now, ...who }: Change & { now: Date },
): Promise<{ ok: true; valid: number } | ChangeError | Moved> {
  const { judged } = await waitingImport(db, { id, ...who });
  if (judged.answers.length === 0) return { ok: false, error: { code: 'nothing' } };
  return surveyWrite(db, { ...who, revision: null }, async (tx, survey) => {
    const invalid = judged.rows - judged.answers.length;
    const { count } = await tx.surveyImport.updateMany({
      where: { id, surveyId: survey.id, takenAt: null, revision },
      data: { source: '', takenAt: now, valid: judged.answers.length, invalid, reasons: judged.invalid },
    });
    if (count === 0) return { ok: false as const, error: { code: 'conflict' as const } };
    const { version } = await tx.surveyImport.findUniqueOrThrow({ where: { id }, select: { version: true } });
    const rows = judged.answers
      .map((values, at) => ({
        id: randomUUID(),
        surveyId: survey.id,
        version,
        channel: 'import',
        values,
        unreadable: [],
        once: sha256(`${survey.id} import ${id} ${at}`),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    for (let from = 0; from < rows.length; from += batch)
      await tx.surveyAnswer.createMany({ data: rows.slice(from, from + batch) });
    await recordSurvey(tx, survey, {
      viewer: who.viewer,
      kind: 'survey-imported',
      data: { valid: judged.answers.length, invalid },
    });
    return { ok: true as const, valid: judged.answers.length };
  });
}

/** Throws a file away that was not taken. */
export async function dropImport(db: Db, { id, ...who }: Who & { id: string }): Promise<void> {
  const survey = await findForOffice(db, who);
  if (isUuid(id)) await db.surveyImport.deleteMany({ where: { id, surveyId: survey.id, takenAt: null } });
}

export type ImportRow = {
  id: string;
  name: string;
  fileName: string;
  valid: number;
  invalid: number;
  takenAt: Date | null;
};

/** Files of a survey, the newest first. */
export async function importsPage(db: Db, who: Who): Promise<{ survey: OfficeSurvey; files: ImportRow[] }> {
  const survey = await findForOffice(db, who);
  const files = await db.surveyImport.findMany({
    where: { surveyId: survey.id },
    orderBy: { id: 'desc' },
    take: 100,
    select: { id: true, name: true, fileName: true, valid: true, invalid: true, takenAt: true },
  });
  return { survey, files };
}
