import { fieldFailure, type FormFailure } from '#app/forms/form.ts';
import type { Definition } from './definition.ts';
import { chosenBy, importBounds, targetsOf, type ImportMapping, type JudgedImport } from './import-table.ts';

export const columnField = (at: number) => `c${at}`;
export const valueField = (at: number, n: number) => `v${at}-${n}`;

type Given = { definition: Definition; judged: Pick<JudgedImport, 'columns'> };
type Read = { ok: true; value: ImportMapping } | { ok: false; failure: FormFailure };

/**
 * What the form says of columns and values. Values are those that the page listed, in its order; those of a column that goes elsewhere now are
 * asked for anew.
 */
export function readMapping({ definition, judged }: Given, typed: FormFailure['values']): Read {
  const known = new Set(targetsOf(definition).map(({ target }) => target));
  const mapping: ImportMapping = { targets: [], values: {} };
  for (const [at, { target: before, values }] of judged.columns.entries()) {
    const target = typed[columnField(at)]?.[0] ?? before;
    if (target !== '' && !known.has(target))
      return { ok: false, failure: fieldFailure(typed, columnField(at), 'error.choice') };
    mapping.targets.push(target);
    const question = chosenBy(definition, target);
    if (target !== before || !question) continue;
    const said = new Map<string, string>();
    for (const [n, { value, matched }] of values.entries()) {
      const given = n < importBounds.values ? (typed[valueField(at, n)]?.[0] ?? matched) : matched;
      if (!['', 'none'].includes(given) && !question.options.some(({ id }) => id === given))
        return { ok: false, failure: fieldFailure(typed, valueField(at, n), 'error.choice') };
      if (given !== '') said.set(value, given);
    }
    mapping.values[String(at)] = Object.fromEntries(said);
  }
  return { ok: true, value: mapping };
}
