/** Whether the fields of a page take as many characters as the server does. */
import { longestName } from '#app/components/form.tsx';
import { translate } from '#app/i18n/translate.ts';
import { plain, type PageForm, type TypedField } from './page-forms.ts';
import { rawRequest } from './raw-request.ts';

export type Asking = { port: number; cookie: string; form: PageForm; path: string };

const boundary = 'granica-pola';

/**
 * What is wrong with a field: it names no bound, or one character more than its bound does not come back with the words and the
 * complaint that names this very bound. Null when all is well. The form is sent by each of its buttons until one refuses the field.
 */
export async function fieldProblem(asking: Asking, { name, max }: TypedField): Promise<string | null> {
  if (max === null) return `${asking.path} ${name}: no bound on the page`;
  const words = 'x'.repeat(max + 1);
  const complaint = `id="f-${name}-error">${translate('pl', 'error.too-long', { max })}`;
  const found: string[] = [];
  for (const button of asking.form.buttons.length > 0 ? asking.form.buttons : [null]) {
    const answer = await send(asking, button, [name, words]);
    // A password never comes back.
    if (answer.includes(complaint) && (/password/i.test(name) || answer.includes(words))) return unheard(answer, name);
    found.push(
      `${answer.slice(0, 4)}${[...answer.matchAll(/<p class="error"[^>]*>[^<]*/g)].map(([each]) => each).join(' ')}`,
    );
  }
  return `${asking.path} ${name}: ${max} on the page; ${found.join('; ')}`;
}

/**
 * What somebody who hears the page is not told of its complaints: focus on the summary, „Błąd:” in the title, a line for each field that
 * names it and leads to it, and the complaint tied to the field it is about. Null when all of it is said.
 */
export function unheard(page: string, only?: string): string | null {
  const summary = / id="form-errors">[\s\S]*?<\/ul>/.exec(page)?.[0] ?? '';
  const lines = [...summary.matchAll(/<a href="#f-([^"]*)">([^<]*)<\/a>/g)].map(([, name = '', words = '']) => ({
    name,
    words,
  }));
  const faults: string[] = [];
  if (!/ autofocus=""/.test(page)) faults.push('there is no place to go on at');
  if (!/<title[^>]*>Błąd: /.test(page)) faults.push('the title does not say that there is an error');
  if (only !== undefined && !lines.some(({ name }) => name === only)) faults.push(`the summary lacks ${only}`);
  for (const { name, words } of lines) {
    const called = nameOf(page, name);
    if (called === null) faults.push(`the line „${words}” leads nowhere: ${name}`);
    else if (!called.some((label) => label.length > longestName || words.startsWith(label.replace(/[:.]$/, ''))))
      faults.push(`the line „${words}” does not name „${called.join('”, „')}”`);
    if (page.includes(` id="f-${name}-error"`) && !new RegExp(`aria-describedby="[^"]*\\bf-${name}-error"`).test(page))
      faults.push(`the complaint about ${name} is tied to nothing`);
  }
  return faults.length > 0 ? faults.join('; ') : null;
}

/** What a field is called on the page, a box also by the question it answers; null where there is none. */
function nameOf(page: string, name: string): string[] | null {
  const at = page.indexOf(` id="f-${name}"`);
  if (at < 0) return null;
  const inside = page.slice(page.lastIndexOf('<', at));
  const isBox = page.slice(0, at).endsWith('<input type="checkbox"');
  const labels = [
    /^<fieldset[^>]*>\s*<legend[^>]*>([\s\S]*?)<\/legend>/.exec(inside)?.[1],
    new RegExp(`<label for="f-${name}">([\\s\\S]*?)</label>`).exec(page)?.[1],
    ...(isBox
      ? [
          /<span class="plain">([\s\S]*?)<(?:small|\/span)/.exec(inside)?.[1],
          [...page.slice(0, at).matchAll(/<legend[^>]*>([\s\S]*?)<\/legend>/g)].at(-1)?.[1],
        ]
      : []),
  ].flatMap((label) => label ?? []);
  const plainLabels = labels.map((label) =>
    label.replaceAll(/<span class="plain">[\s\S]*?<\/span>|<[^>]*>/g, '').trim(),
  );
  return plainLabels.length > 0 ? plainLabels : [''];
}

/** Sends the form with nothing typed, ticked or chosen; the page of the answer. */
export function sendEmpty(asking: Asking): Promise<string> {
  const kept = asking.form.fields.filter(([name]) => !asking.form.asked.has(name));
  const button = asking.form.buttons[0] ?? null;
  return send({ ...asking, form: { ...asking.form, fields: kept, radios: [] } }, button, null);
}

/** Sends the form as it stands with one field in other words, something chosen wherever something has to be; status and page of the answer. */
async function send(
  { port, cookie, form, path }: Asking,
  button: { name: string; value: string } | null,
  typed: [string, string] | null,
): Promise<string> {
  const fields = form.fields.filter(([name]) => name !== typed?.[0]);
  for (const [name, value] of form.radios) if (!fields.some(([known]) => known === name)) fields.push([name, value]);
  if (button?.name) fields.push([button.name, button.value]);
  if (typed) fields.push(typed);
  const body = form.isUpload ? multipart(fields) : String(new URLSearchParams(fields));
  const type = form.isUpload ? `multipart/form-data; boundary=${boundary}` : 'application/x-www-form-urlencoded';
  const answer = await rawRequest(port, path, {
    method: 'POST',
    body,
    headers: { ...(cookie ? { Cookie: cookie } : {}), 'Content-Type': type },
  });
  return plain(`${answer.status} ${answer.body.toString('utf8').replaceAll('<!-- -->', '')}`);
}

function multipart(fields: readonly [string, string][]): string {
  return `${fields.map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('')}--${boundary}--\r\n`;
}
