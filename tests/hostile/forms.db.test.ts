import { beforeAll, expect, test } from 'vitest';
import { setDb } from '#app/db/client.server.ts';
import { demoAccounts } from '#app/people/demo/accounts.ts';
import { seedDemo } from '#app/demo/seed-demo.server.ts';
import { bodyLimits, mostFields, readForm } from '#app/http/body.server.ts';
import { sessionCookie } from '#app/http/session.server.ts';
import { withoutLimits } from '#app/limits/asker.server.ts';
import { startSession } from '#app/people/sessions.server.ts';
import { fieldsOfForms, type FormField } from '#tests/setup/form-fields.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { outgrows } from './growth.ts';
import { mixed } from './texts.ts';

type Act = (args: { request: Request; params: Record<string, string>; context: object }) => Promise<unknown>;
type Asked = FormField & { role: string };

const db = await testDb();
const cookies = new Map<string, string>();
const known: Record<string, string> = { code: '1', number: '1', n: '1', lang: 'pl' };

beforeAll(async () => {
  setDb(db);
  await seedDemo(db, process.cwd(), () => {});
  for (const { email, role } of demoAccounts) {
    const { id } = await db.user.findFirstOrThrow({ where: { email } });
    cookies.set(
      role,
      (await sessionCookie.serialize(await startSession(db, { userId: id, userAgent: null }))).split(';')[0]!,
    );
  }
  const consultation = await db.consultation.findFirstOrThrow({
    where: { title: 'Zasady konsultacji z mieszkańcami' },
  });
  const edition = await db.edition.findFirstOrThrow({
    where: { state: 'coding' },
    include: { units: true, team: true, methodology: true },
  });
  const draft = await db.importDraft.findFirst();
  Object.assign(known, {
    consultation: consultation.slug,
    edition: edition.slug,
    teryt: edition.units[0]!.teryt,
    team: edition.team.slug,
    indicator: 'T01',
    id: draft?.id ?? consultation.id,
  });
});

function roleOf(file: string): string {
  return file.includes('urzad')
    ? 'official'
    : file.includes('zespol')
      ? 'lead'
      : /rejestracja|logowanie|haslo|potwierdz|prasa|embargo|odpowiedz\.link/.test(file)
        ? 'guest'
        : 'resident';
}

const asked: Asked[] = fieldsOfForms().map((each) => ({ ...each, role: roleOf(each.file) }));
const actions = new Set(asked.map(({ file }) => file));

test('every field of every form answers in proportion to what is typed into it', async () => {
  expect([actions.size > 40, asked.length > 300]).toEqual([true, true]);
  const slow: string[] = [];
  const statuses = new Map<string, number>();
  for (const each of asked) {
    const act = ((await import(`../../${each.file}`)) as { action: Act }).action;
    const why = await outgrows(128 * 1024, async (size) => {
      const status = await post(act, each, mixed(size));
      statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1);
    });
    if (why) slow.push(`${each.file} ${each.intent} ${each.field}: ${why}`);
  }
  expect(slow).toEqual([]);
  // None may fail: every answer is a page that says what is wrong, a refusal, or a way to another page.
  expect([...statuses.keys()].filter((status) => !/^(200|303|302|4\d\d)$/.test(status))).toEqual([]);
}, 600_000);

test('a form of more fields or bytes than any page sends is refused before anything is done with it', async () => {
  const read = (body: string) =>
    readForm(
      new Request('http://localhost/x', {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      }),
    ).then(
      (form) => [...form].length,
      (error: { code?: string }) => error.code,
    );
  expect(await read('a=&'.repeat(mostFields))).toBe(mostFields);
  expect(await read('a=&'.repeat(mostFields + 1))).toBe('too-large');
  expect(await read(Array.from({ length: mostFields + 1 }, (_, at) => `n${at}=`).join('&'))).toBe('too-large');
  expect(await read(`a=${'x'.repeat(bodyLimits.form)}`)).toBe('too-large');
  // Two full fields of the longest kind, each character of it as long as one can be written.
  const full = encodeURIComponent('\u20ac'.repeat(100_000));
  expect(await read(`a=${full}&b=${full}`)).toBe(2);
});

/** Status of the answer; 500 for what was thrown and is no answer. */
async function post(act: Act, { file, field, intent, role }: Asked, words: string): Promise<number | string> {
  const slug = /zespol|oceny/.test(file) ? known.edition! : known.consultation!;
  const form = new URLSearchParams({
    intent,
    revision: '1',
    version: '1',
    decision: 'accepted',
    reason: 'Bo tak.',
    code: '1',
    base: known.id!,
    op: 'replace',
    consent: 'yes',
    name: 'Jan',
    email: 'jan@x.example',
  });
  form.set(field, words);
  const request = new Request(`http://localhost:3000/x`, {
    method: 'POST',
    body: form,
    headers: role === 'guest' ? {} : { Cookie: cookies.get(role)! },
  });
  try {
    return statusOf(
      await withoutLimits(() => act({ request, params: { ...known, slug, secret: 'x', token: 'x' }, context: {} })),
    );
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    const status = statusOf(thrown);
    return status === 200
      ? `${file} ${intent} ${field}: ${thrown instanceof Error ? thrown.message.slice(0, 200) : String(thrown)}`
      : status;
  }
}

function statusOf(answer: unknown): number {
  if (answer instanceof Response) return answer.status;
  if (typeof answer === 'object' && answer !== null && 'status' in answer && typeof answer.status === 'number')
    return answer.status;
  const init =
    typeof answer === 'object' && answer !== null && 'init' in answer
      ? (answer.init as { status?: number } | null)
      : null;
  return init?.status ?? 200;
}
