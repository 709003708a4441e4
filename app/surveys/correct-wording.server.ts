import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import type { Question, Words } from './definition.ts';
import { editedVersion, noteChange, recordSurvey, surveyWrite, type Moved } from './office-survey.server.ts';

type WordingChange = { place: string; before: string; after: string };

type Correct = {
  viewer: Viewer;
  slug: string;
  revision: number;
  question: string;
  /** New words by the id of their place: `words`, `help`, a choice, a row. */
  words: Readonly<Record<string, Words>>;
  reason: string;
  now: Date;
};

/**
 * Mends the wording of a question that people answer already: misspellings and what was unclear, with a note that everybody reads. What is
 * asked and what can be answered stay; for anything else there is a new version.
 */
export function correctWording(
  db: Db,
  { viewer, slug, revision, question: id, words, reason, now }: Correct,
): Promise<{ ok: true } | { ok: false; error: { code: 'gone' | 'unchanged' } } | Moved> {
  return surveyWrite(db, { viewer, slug, revision }, async (tx, survey) => {
    const refused = (code: 'gone' | 'unchanged') => ({ ok: false as const, error: { code } });
    const { number, definition, isPublished } = await editedVersion(tx, survey.id);
    if (!isPublished) return refused('gone');
    const changes: WordingChange[] = [];
    const renew = (place: string, before: Words): Words => {
      const after = words[place];
      if (!after || after.pl === '') return before;
      for (const language of ['pl', 'en'] as const)
        if (after[language] !== before[language])
          changes.push({ place, before: before[language], after: after[language] });
      return after;
    };
    const mended = (question: Question): Question =>
      question.id !== id
        ? question
        : {
            ...question,
            words: renew('words', question.words),
            help: renew('help', question.help),
            options: question.options.map((option) => ({ ...option, words: renew(option.id, option.words) })),
            rows: question.rows.map((row) => ({ ...row, words: renew(`row-${row.id}`, row.words) })),
          };
    const pages = definition.pages.map((page) => ({ ...page, questions: page.questions.map(mended) }));
    if (changes.length === 0) return refused('unchanged');
    await tx.surveyVersion.update({
      where: { surveyId_number: { surveyId: survey.id, number } },
      data: { definition: { pages } },
    });
    const data = { version: number, question: id, changes };
    await noteChange(tx, survey, { kind: 'wording', reason, data, viewer, now });
    await recordSurvey(tx, survey, { viewer, kind: 'survey-corrected', data: { version: number } });
    return { ok: true as const };
  });
}
