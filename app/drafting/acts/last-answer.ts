/**
 * A function of a thing that never changes and of a question in plain data, which remembers the last question about each thing: a page
 * asks the same for several of its parts, and the form that it sends once more. Nobody changes an answer.
 */
export function lastAnswer<Thing extends object, Question, Answer>(
  find: (thing: Thing, question: Question) => Answer,
): (thing: Thing, question: Question) => Answer {
  const last = new WeakMap<Thing, { asked: string; answer: Answer }>();
  return (thing, question) => {
    const asked = JSON.stringify(question);
    const known = last.get(thing);
    if (known?.asked === asked) return known.answer;
    const answer = find(thing, question);
    last.set(thing, { asked, answer });
    return answer;
  };
}
