import type { Db } from '#app/db/client.server.ts';
import { sha256 } from '#app/hash/sha256.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { questionsOf, type Definition } from './definition.ts';
import { differences, sampleSize, toKeyed, type Entry } from './keyed.ts';
import { loadAsked } from './load-definition.server.ts';
import { findForOffice, type OfficeSurvey } from './office-survey.server.ts';

/** The number after the highest that was typed in. */
export async function nextSheet(db: Db, surveyId: string): Promise<number> {
  const { _max } = await db.surveySheet.aggregate({ where: { surveyId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

type SheetRow = { number: number; state: string; reason: string; unreadable: number };
type SheetCounts = {
  valid: number;
  invalid: number;
  drawn: number;
  twice: number;
  compared: number;
  differing: number;
};
export type SheetsPage = {
  survey: OfficeSurvey;
  definition: Definition;
  next: number;
  last: SheetRow[];
  counts: SheetCounts;
  batches: string[];
};

type Kept = {
  number: number;
  state: string;
  typedById: string;
  first: Entry;
  second: Entry | null;
  settled: Entry | null;
};

/** What a sheet is read by: the questions that are asked now. */
export async function sheetDefinition(db: Db, who: { viewer: Viewer; slug: string }): Promise<Definition> {
  return loadAsked(db, await findForOffice(db, who));
}

async function keptSheets(db: Db, survey: { id: string; version: number }): Promise<Kept[]> {
  const rows = await db.surveySheet.findMany({
    where: { surveyId: survey.id, version: survey.version, state: 'valid' },
    select: { number: true, state: true, typedById: true, first: true, second: true, settled: true },
  });
  return rows as unknown as Kept[];
}

/** Sheets that another person types as well: drawn by a hash of their number, so that nobody chooses them. */
function drawn<T extends { number: number }>(surveyId: string, sheets: readonly T[]): T[] {
  return [...sheets]
    .map((sheet) => ({ sheet, lot: sha256(`${surveyId} ${sheet.number}`) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, sampleSize(sheets.length))
    .map(({ sheet }) => sheet);
}

export function typingErrors(
  definition: Definition,
  sheets: readonly Pick<Kept, 'first' | 'second'>[],
): { twice: number; compared: number; differing: number } {
  const twice = sheets.filter(({ second }) => second !== null);
  const fields = questionsOf(definition).length;
  return {
    twice: twice.length,
    compared: twice.length * fields,
    differing: twice.reduce((sum, { first, second }) => sum + differences(definition, first, second!).length, 0),
  };
}

/** The page on which sheets are typed in, one after the other. */
export async function sheetsPage(db: Db, { viewer, slug }: { viewer: Viewer; slug: string }): Promise<SheetsPage> {
  const survey = await findForOffice(db, { viewer, slug });
  const definition = await loadAsked(db, survey);
  const last = await db.surveySheet.findMany({
    where: { surveyId: survey.id },
    orderBy: { typedAt: 'desc' },
    take: 6,
    select: { number: true, state: true, reason: true, first: true, batch: true },
  });
  const sheets = await keptSheets(db, survey);
  return {
    survey,
    definition,
    next: await nextSheet(db, survey.id),
    last: last.map(({ first, batch: _batch, ...row }) => ({
      ...row,
      unreadable: (first as unknown as Entry).unreadable.length,
    })),
    counts: {
      valid: sheets.length,
      invalid: await db.surveySheet.count({ where: { surveyId: survey.id, state: 'invalid' } }),
      drawn: sampleSize(sheets.length),
      ...typingErrors(definition, sheets),
    },
    batches: [...new Set(last.map(({ batch }) => batch).filter(Boolean))],
  };
}

/** The next drawn sheet for a second typing by this person; null when none is left for them. What was typed first is not handed out. */
export async function secondPage(
  db: Db,
  { viewer, slug }: { viewer: Viewer; slug: string },
): Promise<{ survey: OfficeSurvey; definition: Definition; number: number | null; left: number }> {
  const survey = await findForOffice(db, { viewer, slug });
  const waiting = drawn(survey.id, await keptSheets(db, survey)).filter(({ second }) => second === null);
  const mine = waiting.filter(({ typedById }) => typedById !== viewer.id);
  return {
    survey,
    definition: await loadAsked(db, survey),
    number: mine[0]?.number ?? null,
    left: waiting.length,
  };
}

export type Difference = { number: number; question: string; first: string; second: string };

/** Fields that two people typed differently and nobody has settled. */
export async function differencesPage(
  db: Db,
  { viewer, slug }: { viewer: Viewer; slug: string },
): Promise<{
  survey: OfficeSurvey;
  definition: Definition;
  sheets: { number: number; fields: Difference[] }[];
  errors: ReturnType<typeof typingErrors>;
}> {
  const survey = await findForOffice(db, { viewer, slug });
  const definition = await loadAsked(db, survey);
  const sheets = await keptSheets(db, survey);
  const questions = questionsOf(definition);
  return {
    survey,
    definition,
    errors: typingErrors(definition, sheets),
    sheets: sheets
      .filter(({ second, settled }) => second !== null && settled === null)
      .map(({ number, first, second }) => ({
        number,
        fields: differences(definition, first, second!).flatMap((id) => {
          const question = questions.find((each) => each.id === id);
          return question
            ? [{ number, question: id, first: toKeyed(question, first), second: toKeyed(question, second!) }]
            : [];
        }),
      })),
  };
}
