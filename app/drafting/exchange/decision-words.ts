import { composed } from '#app/text/tree/compose.ts';
import type { Decision } from '#app/drafting/state/remark-state.ts';

/** Office words of the registers seen so far, in the order they are tried: the longer ones hold the shorter ones. */
const patterns: readonly (readonly [RegExp, Decision])[] = [
  [/częściow|w części|partly|in part/u, 'accepted-in-part'],
  [/poza zakresem|wykracza|nie dotyczy|out of scope|outside/u, 'out-of-scope'],
  [/bezprzedmiotow|już w (projekcie|tekście)|already/u, 'already-in-text'],
  [/wyjaśnion|bez rozstrzygnięcia|komentarz|udzielono odpowiedzi|answered/u, 'answered'],
  [/^nie\s*(uwzgl|przyj)|nieuwzgl|nieprzyj|odrzuc|negatywn|not accepted|rejected|refused/u, 'not-accepted'],
  [/uwzgl|przyjęt|pozytywn|accepted/u, 'accepted'],
];

/** Which of the six decisions an office's own word means: null when it is empty, undefined when the word is not known. */
export function decisionOfWords(words: string): Decision | null | undefined {
  const flat = composed(words).toLocaleLowerCase('pl').replace(/\s+/g, ' ').trim();
  if (flat === '') return null;
  return patterns.find(([pattern]) => pattern.test(flat))?.[1];
}
