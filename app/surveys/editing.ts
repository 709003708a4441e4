import { freshId, questionsOf, surveyBounds, type Definition, type Question } from './definition.ts';

/** What the editor does to a survey, one step at a time; null where what is meant is not there (any more). */
export type Change =
  | { kind: 'add-page' }
  | { kind: 'rename-page'; page: string; title: { pl: string; en: string } }
  | { kind: 'remove-page'; page: string }
  | { kind: 'put-question'; page: string; question: Question }
  | { kind: 'remove-question'; question: string }
  | { kind: 'move-question'; question: string; by: 1 | -1 };

export type Changed =
  | { ok: true; value: Definition }
  | { ok: false; error: { code: 'gone' | 'too-many' | 'not-empty' } };

const gone: Changed = { ok: false, error: { code: 'gone' } };
const tooMany: Changed = { ok: false, error: { code: 'too-many' } };

export function changed(definition: Definition, change: Change): Changed {
  const { pages } = definition;
  const done = (next: Definition['pages']): Changed => ({ ok: true, value: { ...definition, pages: next } });
  switch (change.kind) {
    case 'add-page':
      if (pages.length >= surveyBounds.pages) return tooMany;
      return done([...pages, { id: freshId('p', definition), title: { pl: '', en: '' }, questions: [] }]);
    case 'rename-page':
      if (!pages.some(({ id }) => id === change.page)) return gone;
      return done(pages.map((page) => (page.id === change.page ? { ...page, title: change.title } : page)));
    case 'remove-page': {
      const page = pages.find(({ id }) => id === change.page);
      if (!page) return gone;
      if (page.questions.length > 0 || pages.length === 1) return { ok: false, error: { code: 'not-empty' } };
      return done(pages.filter(({ id }) => id !== change.page));
    }
    case 'put-question': {
      const isKnown = questionsOf(definition).some(({ id }) => id === change.question.id);
      if (!isKnown && questionsOf(definition).length >= surveyBounds.questions) return tooMany;
      if (!pages.some(({ id }) => id === change.page)) return gone;
      if (isKnown)
        return done(
          pages.map((page) => ({
            ...page,
            questions: page.questions.map((each) => (each.id === change.question.id ? change.question : each)),
          })),
        );
      return done(
        pages.map((page) =>
          page.id === change.page ? { ...page, questions: [...page.questions, change.question] } : page,
        ),
      );
    }
    case 'remove-question':
      if (!questionsOf(definition).some(({ id }) => id === change.question)) return gone;
      return done(
        pages.map((page) => ({ ...page, questions: page.questions.filter(({ id }) => id !== change.question) })),
      );
    case 'move-question':
      return moved(definition, change.question, change.by);
  }
}

/** One place up or down; over the edge of a page it goes to the next one. */
function moved(definition: Definition, id: string, by: 1 | -1): Changed {
  const pages = definition.pages.map((page) => ({ ...page, questions: [...page.questions] }));
  const at = pages.findIndex(({ questions }) => questions.some((each) => each.id === id));
  const page = pages[at];
  if (!page) return gone;
  const from = page.questions.findIndex((each) => each.id === id);
  const [question] = page.questions.splice(from, 1);
  if (!question) return gone;
  const to = from + by;
  if (to >= 0 && to <= page.questions.length) page.questions.splice(to, 0, question);
  else {
    const other = pages[at + by];
    if (!other) return { ok: true, value: definition };
    other.questions.splice(by === 1 ? 0 : other.questions.length, 0, question);
  }
  return { ok: true, value: { ...definition, pages } };
}
