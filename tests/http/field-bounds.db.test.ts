import { beforeAll, expect, test } from 'vitest';
import { demoAccounts } from '#app/people/demo/accounts.ts';
import { seedDemo } from '#app/demo/seed-demo.server.ts';
import { sessionCookie } from '#app/http/session.server.ts';
import { startSession } from '#app/people/sessions.server.ts';
import { fieldProblem, sendEmpty, unheard, type Asking } from '#tests/setup/field-bounds.ts';
import { allFormsOf, plain } from '#tests/setup/page-forms.ts';
import { rawRequest } from '#tests/setup/raw-request.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { testServer } from '#tests/setup/test-server.ts';

const db = await testDb();
const { port, build } = await testServer(db);
/** The first is nobody's. */
const cookies = [''];

beforeAll(async () => {
  await seedDemo(db, process.cwd(), () => {});
  // One of each kind of person: the others see pages of these.
  for (const { email } of demoAccounts.filter(({ role }) =>
    ['resident', 'official', 'lead', 'member'].includes(role),
  )) {
    const { id } = await db.user.findFirstOrThrow({ where: { email } });
    cookies.push(
      (await sessionCookie.serialize(await startSession(db, { userId: id, userAgent: null }))).split(';')[0]!,
    );
  }
});

/** The pattern of the route that an address belongs to. */
const routes = Object.values(build.routes)
  .flatMap((route) =>
    route?.path === undefined || route.path.includes('*') ? [] : [route.path.replace(/^:lang\?\/?/, '')],
  )
  .map((path) => ({ path, fits: new RegExp(`^/${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/.]+')}$`) }))
  .toSorted((a, b) => a.path.split(':').length - b.path.split(':').length);
const kindOf = (address: string) => routes.find(({ fits }) => fits.test(address.split('?')[0]!))?.path ?? null;

const starts = [
  '/',
  '/urzad',
  '/zespol',
  '/konto',
  '/rejestracja',
  '/logowanie',
  '/haslo',
  '/logowanie/link',
  '/konto/adres',
  '/konto/zamkniecie',
  '/konto/zetony',
];
/** Pages of one kind, and of one set of questions, that are looked at for each person. */
const most = 1;

/** The forms of every page that links lead one person to. */
async function formsFor(cookie: string): Promise<Asking[]> {
  const waiting = [...starts];
  const known = new Set(waiting);
  const counts = new Map<string, number>();
  const found: Asking[] = [];
  for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
    const answer = await rawRequest(port, page, { headers: cookie ? { Cookie: cookie } : {} });
    if (answer.status !== 200 || !String(answer.headers['content-type']).startsWith('text/html')) continue;
    const html = answer.body.toString('utf8');
    for (const form of allFormsOf(html)) {
      // "?" is the page itself without its question.
      const { pathname, search } = new URL(form.action ?? page, `http://localhost${page}`);
      found.push({ port, cookie, form, path: pathname + search });
    }
    for (const [, link = ''] of html.matchAll(/<a\b[^>]*?href="(\/[^"#]*)/g)) {
      const next = plain(link);
      const kind = kindOf(next);
      const asked = `${kind} ${[...new URLSearchParams(next.split('?')[1] ?? '').keys()].toSorted().join()}`;
      if (
        kind === null ||
        /\.\w+$/.test(next.split('?')[0]!) ||
        next.startsWith('/en') ||
        known.has(next) ||
        (counts.get(asked) ?? 0) >= most
      )
        continue;
      known.add(next);
      counts.set(asked, (counts.get(asked) ?? 0) + 1);
      waiting.push(next);
    }
  }
  return found;
}

const numberless = (name: string) => name.replaceAll(/\d+/g, '#');

/** Forms that these pages do not show are tried by stale-forms.db.test.ts, each where it brings it about. */
test('every field of every form takes as many characters as the server does, and what is longer comes back with a complaint about it', async () => {
  const forms: Asking[] = [];
  for (const cookie of cookies) forms.push(...(await formsFor(cookie)));
  const fields = forms.flatMap((asking) => asking.form.typed.map((field) => ({ asking, field })));
  expect([
    ...new Set(
      fields.filter(({ field }) => field.max === null).map(({ asking, field }) => `${asking.path} ${field.name}`),
    ),
  ]).toEqual([]);
  const tried = new Map(
    fields
      .filter(({ asking }) => asking.form.method === 'post')
      .map((each) => [
        `${kindOf(each.asking.path)} ${each.asking.form.buttons.map(({ value }) => numberless(value)).join()} ${numberless(each.field.name)}`,
        each,
      ]),
  );
  const problems: string[] = [];
  for (const { asking, field } of tried.values()) {
    const problem = await fieldProblem(asking, field);
    if (problem !== null) problems.push(problem);
  }
  expect(problems).toEqual([]);
  expect(tried.size).toBeGreaterThan(60);

  // Last, since a form that needs nothing is taken: each sent with nothing in it says by ear what it lacks.
  const ofEachKind = new Map(
    forms
      .filter(({ form }) => form.method === 'post' && form.asked.size > 0)
      .map((each) => [`${kindOf(each.path)} ${[...each.form.asked].map(numberless).join()}`, each]),
  );
  const unsaid: string[] = [];
  let refused = 0;
  for (const asking of ofEachKind.values()) {
    const page = await sendEmpty(asking);
    if (!page.includes(' id="form-errors"')) continue;
    refused += 1;
    const problem = unheard(page);
    if (problem !== null) unsaid.push(`${asking.path}: ${problem}`);
  }
  expect(unsaid).toEqual([]);
  expect(refused).toBeGreaterThan(3);
}, 600_000);
