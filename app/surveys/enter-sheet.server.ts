import type { Db } from '#app/db/client.server.ts';
import { isUniqueViolation } from '#app/db/transaction.server.ts';
import { sha256 } from '#app/hash/sha256.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { otherKey } from './answers.ts';
import { differences, type Entry } from './keyed.ts';
import { loadDefinition } from './load-definition.server.ts';
import { findForOffice, surveyWrite, type Moved, type OfficeSurvey } from './office-survey.server.ts';
import type { InvalidReason } from './sheet-reasons.ts';

type Sheet = { viewer: Viewer; slug: string; number: number; batch: string };
type SheetError =
  | { code: 'no-paper' | 'not-open' | 'same-person' | 'not-drawn' | 'gone' }
  | { code: 'number-used'; by: string; at: Date };
type Done = { ok: true } | { ok: false; error: SheetError };

const refused = (error: SheetError): Done => ({ ok: false, error });

/** Keeps a valid sheet and its answer. A number can be used once; who used it before is told, and nothing typed is lost. */
export function enterSheet(db: Db, { entry, ...sheet }: Sheet & { entry: Entry }): Promise<Done | Moved> {
  return keepSheet(db, sheet, async (tx, survey) => {
    const answer = await tx.surveyAnswer.create({
      data: {
        surveyId: survey.id,
        version: survey.version,
        channel: 'paper',
        values: entry.values,
        unreadable: entry.unreadable,
        once: sha256(`${survey.id} sheet ${sheet.number}`),
      },
      select: { id: true },
    });
    return { state: 'valid', first: entry, answerId: answer.id };
  });
}

/** Keeps a sheet that counts for nothing, with the reason that the results tell. */
export function refuseSheet(
  db: Db,
  { reason, reasonWords, ...sheet }: Sheet & { reason: InvalidReason; reasonWords: string },
): Promise<Done | Moved> {
  return keepSheet(db, sheet, () =>
    Promise.resolve({ state: 'invalid', reason, reasonWords, first: { values: {}, unreadable: [] } }),
  );
}

type NewSheet = { state: string; first: Entry; reason?: string; reasonWords?: string; answerId?: string };

async function keepSheet(
  db: Db,
  { viewer, slug, number, batch }: Sheet,
  make: (tx: Db, survey: OfficeSurvey) => Promise<NewSheet>,
): Promise<Done | Moved> {
  try {
    return await surveyWrite(db, { viewer, slug, revision: null }, async (tx, survey): Promise<Done> => {
      if (!survey.paper) return refused({ code: 'no-paper' });
      if (survey.state !== 'published') return refused({ code: 'not-open' });
      const used = await tx.surveySheet.findUnique({ where: { surveyId_number: { surveyId: survey.id, number } } });
      if (used) return refused({ code: 'number-used', by: used.typedByName, at: used.typedAt });
      const made = await make(tx, survey);
      await tx.surveySheet.create({
        data: {
          ...made,
          teryt: survey.teryt,
          surveyId: survey.id,
          version: survey.version,
          number,
          batch,
          typedById: viewer.id,
          typedByName: viewer.displayName,
        },
      });
      return { ok: true };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const { id } = await findForOffice(db, { viewer, slug });
    const used = await db.surveySheet.findFirst({ where: { surveyId: id, number } });
    return refused(used ? { code: 'number-used', by: used.typedByName, at: used.typedAt } : { code: 'gone' });
  }
}

/** What another person types from a drawn sheet, without having seen the first. */
export function enterSecond(
  db: Db,
  { viewer, slug, number, entry }: { viewer: Viewer; slug: string; number: number; entry: Entry },
): Promise<Done | Moved> {
  return surveyWrite(db, { viewer, slug, revision: null }, async (tx, survey): Promise<Done> => {
    const sheet = await tx.surveySheet.findFirst({ where: { surveyId: survey.id, number, state: 'valid' } });
    if (!sheet || sheet.second !== null) return refused({ code: 'not-drawn' });
    if (sheet.typedById === viewer.id) return refused({ code: 'same-person' });
    const differ = differences(
      await loadDefinition(tx, { id: survey.id, version: sheet.version }),
      sheet.first as Entry,
      entry,
    );
    await tx.surveySheet.update({
      where: { id: sheet.id },
      data: {
        second: entry,
        secondById: viewer.id,
        secondByName: viewer.displayName,
        ...(differ.length === 0 ? { settled: sheet.first as Entry, settledByName: viewer.displayName } : {}),
      },
    });
    return { ok: true };
  });
}

/** Says what stands on the paper where two people typed something else. Both entries stay; the answer is what was settled. */
export function settleSheet(
  db: Db,
  {
    viewer,
    slug,
    number,
    choices,
  }: {
    viewer: Viewer;
    slug: string;
    number: number;
    choices: Readonly<Record<string, 'first' | 'second' | 'unreadable'>>;
  },
): Promise<Done | Moved> {
  return surveyWrite(db, { viewer, slug, revision: null }, async (tx, survey): Promise<Done> => {
    const sheet = await tx.surveySheet.findFirst({ where: { surveyId: survey.id, number, state: 'valid' } });
    if (!sheet?.answerId || sheet.second === null || sheet.settled !== null) return refused({ code: 'gone' });
    const [first, second] = [sheet.first as Entry, sheet.second as Entry];
    const differ = differences(await loadDefinition(tx, { id: survey.id, version: sheet.version }), first, second);
    if (differ.some((id) => choices[id] === undefined)) return refused({ code: 'not-drawn' });
    const settled = settledEntry(first, second, choices);
    await tx.surveySheet.update({
      where: { id: sheet.id },
      data: { settled, settledById: viewer.id, settledByName: viewer.displayName, settledAt: new Date() },
    });
    await tx.surveyAnswer.update({
      where: { id: sheet.answerId },
      data: { values: settled.values, unreadable: settled.unreadable },
    });
    return { ok: true };
  });
}

function settledEntry(
  first: Entry,
  second: Entry,
  choices: Readonly<Record<string, 'first' | 'second' | 'unreadable'>>,
): Entry {
  const values = { ...first.values };
  const unreadable = new Set(first.unreadable);
  for (const [id, choice] of Object.entries(choices)) {
    if (choice === 'first') continue;
    unreadable.delete(id);
    for (const key of [id, otherKey(id)]) {
      delete values[key];
      const other = second.values[key];
      if (choice === 'second' && other !== undefined) values[key] = other;
    }
    if (choice === 'unreadable' || second.unreadable.includes(id)) unreadable.add(id);
  }
  return { values, unreadable: [...unreadable] };
}
