import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { numberOf, questionsOf, type Definition, type Question } from './definition.ts';
import { wordsIn } from './figures.ts';

/** When a question is asked, in words: for paper, and where a page cannot know it yet. '' when always. */
export function conditionWords(locale: Locale, definition: Definition, { shownIf }: Question): string {
  if (!shownIf) return '';
  const parts = shownIf.tests.map((test) => {
    const other = questionsOf(definition).find(({ id }) => id === test.question);
    const chosen = test.options
      .map((id) => other?.options.find((option) => option.id === id))
      .flatMap((option) => (option ? [`„${wordsIn(locale, option.words)}”`] : []));
    return translate(locale, `survey.condition.${test.is}`, {
      no: numberOf(definition, test.question),
      options: chosen.join(', '),
      value: test.value ?? 0,
    });
  });
  const joined = parts.join(translate(locale, shownIf.every ? 'survey.condition.and' : 'survey.condition.or'));
  return translate(locale, 'survey.condition', { condition: joined });
}
