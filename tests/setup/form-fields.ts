/** Every field of every form of the program, as its routes and their schemas write it out. */
import { readFileSync } from 'node:fs';
import { routeFiles } from '../../scripts/route-files.mjs';

/** A field of a form, with the button of the form it goes with. */
export type FormField = { file: string; field: string; intent: string };

/** Names of fields that a page or its forms and schemas write out, and those that are numbered. */
function fieldsOf(text: string): string[] {
  const written = [
    ...text.matchAll(/name="([\w-]+)"/g),
    ...text.matchAll(
      /^\s*(?:export const \w+ = z\.object\(\{)?\s*(\w+): (?:z\.|typed|words|line\(|emailField|nameField)/gm,
    ),
    ...text.matchAll(/[{,] (\w+): (?:z\.|typed|words|line\(|emailField|nameField)/g),
    ...text.matchAll(/(?:values|form)\.(?:get\(')?(\w+)'?\)?\??\.?\[?/g),
  ].map((match) => match[1]!);
  const numbered =
    text.includes('readFilingForm') || text.includes('stepOnlineForm') || text.includes('stepFilingForm')
      ? [
          'reason',
          'place',
          'unit',
          'quote',
          'text',
          'inserted',
          'first',
          'rest',
          'joined',
          'p2-reason',
          'name',
          'email',
          'organisation',
        ]
      : text.includes('readFinals')
        ? ['final-1', 'rest-1', 'anchor-1', 'text-1']
        : text.includes('readNewWords')
          ? ['text-1', 'rest-1']
          : text.includes('evidenceRows')
            ? ['url-0', 'place-0', 'note-0', 'hash-0']
            : [];
  return [...new Set([...written, ...numbered])].filter(
    (name) => !['get', 'getAll', 'delete', 'set', 'ok', 'value', 'kind'].includes(name),
  );
}

function intentsOf(text: string): string[] {
  const found = [...text.matchAll(/(?:intent(?:\?\.\[0\])? [!=]==|case) '([\w-]+)'/g)].map((match) => match[1]!);
  return found.length > 0 ? [...new Set(found)] : ['preview'];
}

export function fieldsOfForms(): FormField[] {
  const actions = [...routeFiles().values()].filter(
    (file) => file.includes('($lang)') && readFileSync(file, 'utf8').includes('export const action'),
  );
  return actions.flatMap((file) => {
    const own = readFileSync(file, 'utf8');
    const text =
      own +
      [
        ...own.matchAll(
          /from '#(app\/[^']+(?:schema|rules|input|form-reader|filing-form\.server|answer-office-form\.server|details|meeting)[^']*\.tsx?)'/g,
        ),
      ]
        .map((match) => readFileSync(match[1]!, 'utf8'))
        .join('\n');
    return fieldsOf(text).flatMap((field) => intentsOf(own).map((intent) => ({ file, field, intent })));
  });
}
