import { assignCitations } from '#app/text/tree/cite.ts';
import { lint } from '#app/text/lint/lint.ts';
import { walkUnits } from '#app/text/tree/tree.ts';
import type { Unit } from '#app/text/tree/types.ts';
import type { Finding } from './brought-problems.ts';
import { toAct, type FlatUnit } from './unit-tree.ts';

/** What the checks read of a unit; no clause yet for a new one. */
export type Checked = FlatUnit & { clauseId: string | null };

const noHead = { title: '', legalBasis: '', before: '', reasons: null };

/** Findings about the act as a whole, whatever unit they are told beside. */
const ofAct: ReadonlySet<string> = new Set([
  'missing-title',
  'missing-legal-basis',
  'missing-entry-into-force',
  'entry-into-force-not-last',
]);

const shown: ReadonlySet<string> = new Set(['wrong-end-mark', 'missing-colon']);

/** What the checks find in a text. Advice on style alone is left out, end marks are not. */
export function checkUnits(units: readonly Checked[]): Finding[] {
  const all: Unit[] = [];
  const act = toAct(noHead, units, (unit) => all.push(unit));
  assignCitations(act);
  const clauses = new Map(all.map((unit, at) => [unit, units[at]?.clauseId ?? `new ${at}`]));
  const ids = new Map([...walkUnits(act)].map((unit) => [unit.id, clauses.get(unit) ?? '']));
  return lint(act)
    .filter(({ code, severity }) => severity !== 'info' || shown.has(code))
    .map(({ code, severity, message, unit }) => ({
      key: `${code} ${unit === null || ofAct.has(code) ? '' : (ids.get(unit) ?? unit)}`,
      problem: { code, severity, message },
    }));
}
