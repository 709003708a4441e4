import { lettersOf, type CoverRule } from '#app/record/covered/cover-words.ts';
import { redact } from '#app/record/covered/public-wording.ts';
import type { SubjectText } from './load-subject.server.ts';

export type RulesInput = {
  texts: readonly SubjectText[];
  /** Public wording as typed, by name of the field. */
  typed: Readonly<Record<string, string>>;
  isWhole: boolean;
  mark: string;
  /** The words are in the act: a ruling took them there. */
  isLaw: boolean;
};
export type Rules =
  | { ok: true; rules: CoverRule[]; /** Stretches that are gone. */ removed: string[] }
  | { ok: false; error: { code: 'nothing-removed' } | { code: 'not-derivable'; field: string } };

/**
 * What a covering act covers, out of the form: of every text the stretches that were replaced by a mark, or the whole of what
 * its author wrote. Nothing else may change.
 */
export function rulesOf({ texts, typed, isWhole, mark, isLaw }: RulesInput): Rules {
  const rules: CoverRule[] = [];
  const removed: string[] = [];
  for (const text of texts) {
    if (isWhole ? isOwnWords(text) : false) {
      rules.push(
        { reach: 'field', words: text.original, instead: mark },
        ...(lettersOf(text.original) >= 4
          ? [
              {
                reach: inTheAct.includes(`${text.table} ${text.column}`) ? 'law' : 'copy',
                words: text.original,
                instead: mark,
              } as const,
            ]
          : []),
      );
      removed.push(text.original);
      continue;
    }
    const wording = typed[text.name];
    if (wording === undefined || wording.trim() === text.original.trim()) continue;
    const result = redact(text.original, wording, mark);
    if (!result.ok) return { ok: false, error: { code: 'not-derivable', field: text.name } };
    rules.push({ reach: 'field', words: text.original, instead: result.wording });
    removed.push(...result.removed);
    rules.push(
      ...result.removed.map((words): CoverRule => ({ reach: reachOf(words, text, isLaw), words, instead: mark })),
    );
  }
  return removed.length === 0
    ? { ok: false, error: { code: 'nothing-removed' } }
    : { ok: true, rules: unique(rules), removed };
}

/** What the author wrote, without what the office added: its answer, its names for the case. */
const isOwnWords = ({ byOffice, column }: SubjectText) =>
  !byOffice && column !== 'sign' && column !== 'category' && column !== 'authorName' && column !== 'organisation';

/** Words of the act itself, which stand in every version, and in every amendment that starts from them. */
const inTheAct = ['ClauseRevision heading', 'ClauseRevision text', 'Consultation head', 'AdoptedText text'];

/** Words that the act had before stay in it: they are not the author's. */
function reachOf(words: string, { table, column, before }: SubjectText, isLaw: boolean): CoverRule['reach'] {
  if (lettersOf(words) < 4) return 'own';
  if (inTheAct.includes(`${table} ${column}`)) return 'law';
  const isWording = table === 'RemarkOperation' || table === 'OperationWording';
  return isLaw && isWording && !before.toLowerCase().includes(words.toLowerCase()) ? 'law' : 'copy';
}

function unique(rules: readonly CoverRule[]): CoverRule[] {
  return [...new Map(rules.map((rule) => [JSON.stringify([rule.reach, rule.words]), rule])).values()];
}
