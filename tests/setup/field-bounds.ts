/** Whether the fields of a page take as many characters as the server does. */
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
    if (answer.includes(complaint) && (/password/i.test(name) || answer.includes(words)))
      return / autofocus=""/.test(answer) ? null : `${asking.path} ${name}: the page has no place to go on at`;
    found.push(
      `${answer.slice(0, 4)}${[...answer.matchAll(/<p class="error"[^>]*>[^<]*/g)].map(([each]) => each).join(' ')}`,
    );
  }
  return `${asking.path} ${name}: ${max} on the page; ${found.join('; ')}`;
}

/** Sends the form as it stands with one field in other words, something chosen wherever something has to be; status and page of the answer. */
async function send(
  { port, cookie, form, path }: Asking,
  button: { name: string; value: string } | null,
  typed: [string, string],
): Promise<string> {
  const fields = form.fields.filter(([name]) => name !== typed[0]);
  for (const [name, value] of form.radios) if (!fields.some(([known]) => known === name)) fields.push([name, value]);
  if (button?.name) fields.push([button.name, button.value]);
  fields.push(typed);
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
