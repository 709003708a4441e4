import type { Db } from '#app/db/client.server.ts';
import { krippendorffAlpha, type CodingMatrix } from '#app/monitoring/scoring/alpha.ts';
import type { Viewer } from '#app/people/viewer.ts';
import type { Answers } from './answer.ts';
import { isText, questionsOf, surveyBounds, type Question } from './definition.ts';
import { loadAsked } from './load-definition.server.ts';
import { findForOffice, recordSurvey, surveyWrite, type Moved, type OfficeSurvey } from './office-survey.server.ts';
import { surveyState } from './survey-state.ts';
import { protectList, type Cell } from './suppression.ts';

type Theme = { id: string; name: string; nameEn: string };
/** Themes of a question: how many answers each has, by whom they were given, how well two agree. */
type ThemeCount = { theme: Theme; count: Cell };
export type ThemesOfQuestion = {
  question: string;
  themes: ThemeCount[];
  /** Answers that somebody sorted. */
  sorted: number;
  coders: number;
  alpha: number | null;
  /** Answers that two sorted. */
  twice: number;
};

type Who = { viewer: Viewer; slug: string };

/** Themes that one question may have. */
const mostThemes = 30;

export function addTheme(
  db: Db,
  { question, name, nameEn, ...who }: Who & { question: string; name: string; nameEn: string },
): Promise<{ ok: true } | { ok: false; error: { code: 'too-many' | 'gone' } } | Moved> {
  return surveyWrite(db, { ...who, revision: null }, async (tx, survey) => {
    const refused = (code: 'too-many' | 'gone') => ({ ok: false as const, error: { code } });
    if (!(await openQuestions(tx, survey)).some(({ id }) => id === question)) return refused('gone');
    const themes = { surveyId: survey.id, version: survey.version, question };
    if ((await tx.surveyTheme.count({ where: themes })) >= mostThemes) return refused('too-many');
    await tx.surveyTheme.create({ data: { teryt: survey.teryt, ...themes, name, nameEn } });
    await recordSurvey(tx, survey, { viewer: who.viewer, kind: 'survey-changed' });
    return { ok: true as const };
  });
}

/** Says which themes one person sees in an answer. Each person sorts by themselves; nobody sees what the other one said before both have. */
export function markThemes(
  db: Db,
  { answerId, question, themes, ...who }: Who & { answerId: string; question: string; themes: readonly string[] },
): Promise<{ ok: true } | { ok: false; error: { code: 'gone' } } | Moved> {
  return surveyWrite(db, { ...who, revision: null }, async (tx, survey) => {
    const answer = await tx.surveyAnswer.findFirst({
      where: { id: answerId, surveyId: survey.id },
      select: { id: true },
    });
    const known = await tx.surveyTheme.findMany({ where: { surveyId: survey.id, question }, select: { id: true } });
    if (!answer || themes.some((id) => !known.some((each) => each.id === id)))
      return { ok: false as const, error: { code: 'gone' as const } };
    const { viewer } = who;
    const marked = { themes: [...themes], coderName: viewer.displayName };
    await tx.surveyThemeMark.upsert({
      where: { answerId_question_coderId: { answerId, question, coderId: viewer.id } },
      create: { answerId, question, coderId: viewer.id, ...marked },
      update: marked,
    });
    return { ok: true as const };
  });
}

async function openQuestions(db: Db, survey: { id: string; version: number }): Promise<Question[]> {
  return questionsOf(await loadAsked(db, survey)).filter(({ kind }) => isText(kind));
}

export type ThemesPage = {
  survey: OfficeSurvey;
  isEnded: boolean;
  questions: { id: string; words: string }[];
  question: string | null;
  themes: Theme[];
  /** The next answer that this person has not sorted. */
  next: { id: string; words: string } | null;
  left: number;
  summary: ThemesOfQuestion | null;
};

type Sorting = Who & { question: string | null; now: Date };

/** The question that is sorted, and the answers to it that this person has not sorted. They are read when the survey has ended, like all results. */
async function sortingOf(db: Db, { viewer, slug, question, now }: Sorting) {
  const survey = await findForOffice(db, { viewer, slug });
  const questions = await openQuestions(db, survey);
  const picked = questions.find(({ id }) => id === question) ?? questions[0] ?? null;
  const isEnded = surveyState(survey, now) === 'ended';
  if (!picked || !isEnded) return { survey, questions, picked, isEnded, waiting: [] };
  const rows = await db.surveyAnswer.findMany({
    where: {
      surveyId: survey.id,
      version: survey.version,
      values: { path: [picked.id], not: '' },
      marks: { none: { question: picked.id, coderId: viewer.id } },
    },
    orderBy: { id: 'asc' },
    take: 500,
    select: { id: true, values: true },
  });
  const waiting = rows.flatMap(({ id, values }) => {
    const words = (values as Answers)[picked.id];
    return typeof words === 'string' && words ? [{ id, words: words.slice(0, surveyBounds.long) }] : [];
  });
  return { survey, questions, picked, isEnded, waiting };
}

/** What a form of the page is about: the question, and the answer that is sorted next. */
export async function sortedNow(db: Db, asked: Sorting): Promise<{ question: string | null; next: string | null }> {
  const { picked, waiting } = await sortingOf(db, asked);
  return { question: picked?.id ?? null, next: waiting[0]?.id ?? null };
}

/** The page on which open answers are sorted, one after the other. */
export async function themesPage(db: Db, asked: Sorting): Promise<ThemesPage> {
  const { survey, questions, picked, isEnded, waiting } = await sortingOf(db, asked);
  const themes = picked && isEnded ? await themesOf(db, survey, picked.id) : [];
  return {
    survey,
    isEnded,
    questions: questions.map(({ id, words }) => ({ id, words: words.pl })),
    question: picked?.id ?? null,
    themes,
    next: waiting[0] ?? null,
    left: waiting.length,
    summary: picked ? await summaryOf(db, survey, { question: picked.id, themes }) : null,
  };
}

async function themesOf(db: Db, survey: { id: string; version: number }, question: string): Promise<Theme[]> {
  return db.surveyTheme.findMany({
    where: { surveyId: survey.id, version: survey.version, question },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, nameEn: true },
  });
}

/**
 * Themes of a question for everybody: an answer has a theme that somebody saw in it. Counts under five are hidden, and one more where they
 * would follow. The agreement is alpha over each theme of each answer that two people sorted.
 */
export async function themeSummary(
  db: Db,
  survey: { id: string; version: number },
  question: string,
): Promise<ThemesOfQuestion | null> {
  return summaryOf(db, survey, { question, themes: await themesOf(db, survey, question) });
}

async function summaryOf(
  db: Db,
  survey: { id: string; version: number },
  { question, themes }: { question: string; themes: Theme[] },
): Promise<ThemesOfQuestion | null> {
  if (themes.length === 0) return null;
  const marks = await db.surveyThemeMark.findMany({
    where: { question, answer: { surveyId: survey.id, version: survey.version } },
    select: { answerId: true, coderId: true, themes: true },
  });
  const byAnswer = new Map<string, { coderId: string; themes: string[] }[]>();
  for (const { answerId, ...mark } of marks) byAnswer.set(answerId, [...(byAnswer.get(answerId) ?? []), mark]);
  const counts = themes.map(
    ({ id }) => [...byAnswer.values()].filter((each) => each.some((mark) => mark.themes.includes(id))).length,
  );
  const shown = protectList(counts) ?? counts.map(() => null);
  const coders = [...new Set(marks.map(({ coderId }) => coderId))];
  const twice = [...byAnswer.values()].filter((each) => each.length > 1);
  const matrix: CodingMatrix = coders.map((coder) =>
    twice.flatMap((each) => {
      const mark = each.find(({ coderId }) => coderId === coder);
      return themes.map(({ id }) => (mark ? (mark.themes.includes(id) ? 1 : 0) : null));
    }),
  );
  return {
    question,
    themes: themes.map((theme, at) => ({ theme, count: shown[at] ?? null })),
    sorted: byAnswer.size,
    coders: coders.length,
    alpha: twice.length > 0 ? krippendorffAlpha(matrix, 'nominal').alpha : null,
    twice: twice.length,
  };
}
