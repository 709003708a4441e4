/** Of a page that asks for the proposed words and for the same with what an official adds to them. */
const asked = 2;

/**
 * A function of a thing that never changes and of a question in plain data, which remembers the last two questions about each thing: a page
 * asks the same for several of its parts, and the form that it sends once more. Nobody changes an answer.
 */
export function lastAnswers<Thing extends object, Question, Answer>(
  find: (thing: Thing, question: Question) => Answer,
): (thing: Thing, question: Question) => Answer {
  const known = new WeakMap<Thing, Map<string, Answer>>();
  return (thing, question) => {
    const words = JSON.stringify(question);
    const answers = known.get(thing) ?? new Map<string, Answer>();
    const answer = answers.has(words) ? answers.get(words)! : find(thing, question);
    // The last one asked for is the last one to be forgotten.
    answers.delete(words);
    answers.set(words, answer);
    if (answers.size > asked) answers.delete(answers.keys().next().value!);
    known.set(thing, answers);
    return answer;
  };
}
