/**
 * Answers by the id of their question: the id of a choice, ids of several (a ranking: from the best), a number, for a matrix the choice of
 * each row, or words. `q5.other` holds what was said beside „other”.
 */
type Answer = string | string[] | number | Record<string, string>;
export type Answers = Record<string, Answer>;
