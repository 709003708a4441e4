import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoPassword } from '#app/people/demo/accounts.ts';
import {
  expect,
  expectGoodOnPhone,
  expectNoAxeFindings,
  expectNoSideScroll,
  follow,
  lastMailLink,
  signIn,
  test,
  widths,
  type Page,
} from '#tests/setup/e2e.ts';
import { sendOnline } from '#tests/setup/e2e-consultation.ts';

// A real resolution where the data lie beside the project, else the demonstration text.
const root = join(import.meta.dirname, '../..');
const real = join(root, '../shared/data/resolutions/knurow-viii-131-11.txt');
const source = existsSync(real) ? real : join(root, 'app/demo/texts/zasady-konsultacji.txt');

const official = 'urzad@jurowice.example';
const coder = 'koder@ratusz.example';
const lead = 'zespol@ratusz.example';

for (const javaScriptEnabled of [true, false]) {
  test(`the whole story is played ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({ newPage }) => {
    test.setTimeout(900_000);
    const office = await newPage({ javaScriptEnabled });
    const first = await newPage({ javaScriptEnabled });
    const second = await newPage({ javaScriptEnabled });
    const third = await newPage({ javaScriptEnabled });
    const reader = await newPage({ javaScriptEnabled });
    const check = javaScriptEnabled ? checkBothLanguages : async () => {};
    const name = `Projekt ${javaScriptEnabled ? 'ze skryptami' : 'bez skryptów'}`;

    await signIn(office, official, demoPassword);
    const draft = await publishText(office, name, check);
    const slug = draft.split('/')[2]!;

    const newcomer = `nowa.${javaScriptEnabled ? 'a' : 'b'}@jurowice.example`;
    await register(first, newcomer, check);
    await signIn(second, 'anna@jurowice.example', demoPassword);
    await signIn(third, 'jawne@jurowice.example', demoPassword);

    await reader.goto(draft);
    const clause = await longClause(second, draft, slug);
    await check(reader, draft);

    const words = await wordsOf(first, clause);
    const changed = swapWord(words, 1, 'pierwsza');
    const filedFirst = await propose(first, clause, changed, 'Tak będzie jaśniej.', check);
    const filedOther = await propose(second, clause, swapWord(words, -2, 'druga'), 'Drugie słowo też trzeba zmienić.');
    const filedSame = await propose(
      third,
      clause,
      swapWord(words, 1, 'trzecia'),
      'Lepsze inne słowo w tym samym miejscu.',
    );
    await comment(second, clause);
    await check(reader, clause);
    await check(reader, filedFirst);

    await check(office, `/urzad/konsultacje/${slug}`);
    await decide(office, slug, filedFirst, 'accepted', 'Zgadzamy się z uzasadnieniem.', check);
    await reader.goto(filedFirst);
    await expect(reader.locator('main')).toContainText('Zgadzamy się z uzasadnieniem.');
    await reader.goto(filedOther);
    await expect(reader.locator('main')).toContainText('wymaga dostosowania');
    await reader.goto(filedSame);
    await expect(reader.locator('main')).toContainText('kolizja');
    await decide(office, slug, filedSame, 'not-accepted', 'Uwzględniono już inne brzmienie.');
    await expect.poll(() => lastMailLink(reader, newcomer)).toContain('/uwagi/');

    await readVersions(reader, slug, check);
    await scoreAndRead({
      coderPage: await newPage({ javaScriptEnabled }),
      leadPage: await newPage({ javaScriptEnabled }),
      reader,
      check,
      publish: javaScriptEnabled,
    });
  });
}

/** axe and the widths of the Polish page, and of its English twin; the page stays where it was. */
async function checkBothLanguages(page: Page, path: string): Promise<void> {
  for (const address of [path, `/en${path === '/' ? '' : path}`]) {
    await page.goto(address);
    await expect(page.locator('html')).toHaveAttribute('lang', address.startsWith('/en') ? 'en' : 'pl');
    await expectNoAxeFindings(page);
    await expectGoodOnPhone(page);
    await expectNoSideScroll(page);
    await page.setViewportSize({ width: widths.desk, height: 900 });
  }
  await page.goto(path);
}

type Check = typeof checkBothLanguages;

async function publishText(page: Page, name: string, check: Check): Promise<string> {
  await check(page, '/urzad/import');
  await page.goto('/urzad/import');
  await page.locator('[name=text]').fill(readFileSync(source, 'utf8'));
  await page.getByRole('button', { name: /Wczytaj|Rozpoznaj|Czytaj/ }).click();
  await expect(page).toHaveURL(/\/urzad\/import\/[0-9a-f-]+$/);
  const review = new URL(page.url()).pathname;
  await check(page, review);
  await page.goto(`${review}/publikacja`);
  await page.locator('main form button[type=submit]').last().click();
  await expect(page.locator('#f-title, #f-summary').first()).toBeVisible();
  await page.locator('[name=title]').fill(name);
  await page.locator('[name=summary]').fill('Tekst wczytany w całości, do przeczytania jednostka po jednostce.');
  await page.locator('main form button[type=submit]').last().click();
  await expect(page).toHaveURL(/\/konsultacje\/[^/]+\/projekt/);
  return new URL(page.url()).pathname;
}

async function register(page: Page, email: string, check: Check): Promise<void> {
  await check(page, '/rejestracja');
  await page.goto('/rejestracja');
  await page.locator('[name=displayName]').fill('Nowa Mieszkanka');
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill('Mewa pije herbatę o 17.40');
  await follow(page, page.locator('main form button[type=submit]').last());
  await page.goto(await lastMailLink(page, email));
  await follow(page, page.locator('main form button[type=submit]').first());
  if ((await page.locator('.site-tools').innerText()).includes('Zaloguj'))
    await signIn(page, email, 'Mewa pije herbatę o 17.40');
}

/** Address of a clause with enough words of its own to change in different places. */
async function longClause(page: Page, draft: string, slug: string): Promise<string> {
  await page.goto(draft);
  const links = await page
    .locator(`main a[href^="/konsultacje/${slug}/j/"]`)
    .evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).pathname));
  const clauses = [...new Set(links.map((href) => href.replace(/\/(poprawka|komentarz)$/, '')))];
  for (const href of clauses) {
    await page.goto(`${href}/poprawka`);
    const field = page.locator('[name=text]');
    if ((await field.count()) > 0 && (await field.inputValue()).split(/\s+/).length > 12) return href;
  }
  throw new Error('no clause of the text is long enough');
}

async function wordsOf(page: Page, clause: string): Promise<string> {
  await page.goto(`${clause}/poprawka`);
  return page.locator('[name=text]').inputValue();
}

/** The text with one word, counted from the start or from the end, put in other words. */
function swapWord(text: string, at: number, word: string): string {
  const parts = text.split(/(\s+)/);
  const words = parts.map((part, index) => ({ part, index })).filter(({ part }) => /\p{L}{2}/u.test(part));
  const target = words.at(at);
  if (!target) throw new Error('too few words');
  return parts.map((part, index) => (index === target.index ? word : part)).join('');
}

async function propose(page: Page, clause: string, text: string, reason: string, check?: Check): Promise<string> {
  if (check) await check(page, `${clause}/poprawka`);
  await page.goto(`${clause}/poprawka`);
  await page.locator('[name=text]').fill(text);
  await page.getByRole('button', { name: 'Pokaż zmianę' }).click();
  await expect(page.locator('#podglad ins').first()).toBeVisible();
  await page.locator('button[name=intent][value=person]').click();
  // A reason is required, and nothing typed is lost for want of it.
  await expect(page.locator('#form-errors')).toBeVisible();
  await expect(page.locator('[name=text]')).toHaveValue(text);
  await page.locator('[name=reason]').fill(reason);
  await sendOnline(page);
  await expect(page).toHaveURL(/\/uwagi\/\d+/);
  return new URL(page.url()).pathname;
}

async function comment(page: Page, clause: string): Promise<void> {
  await page.goto(clause);
  await page.locator('main form:has([name=body])').last().locator('[name=body]').fill('Kto to będzie sprawdzał?');
  await page.locator('main form:has([name=body])').last().locator('button[type=submit]').click();
  await expect(page.locator('main')).toContainText('Kto to będzie sprawdzał?');
}

async function decide(
  page: Page,
  slug: string,
  remark: string,
  decision: string,
  reason: string,
  check?: Check,
): Promise<void> {
  const ruling = `/urzad/konsultacje/${slug}/uwagi/${remark.split('/').at(-1)}`;
  if (check) await check(page, ruling);
  await page.goto(ruling);
  await page.locator(`[name=decision][value=${decision}]`).check();
  await follow(page, page.locator('button[name=intent][value=decide]'));
  await expect(page.locator('#form-errors')).toBeVisible();
  await page.locator('[name=reason]').fill(reason);
  await follow(page, page.locator('button[name=intent][value=decide]'));
  await expect(page.locator('#form-errors')).toHaveCount(0);
}

async function readVersions(page: Page, slug: string, check: Check): Promise<void> {
  const base = `/konsultacje/${slug}`;
  for (const path of [
    base,
    `${base}/wersje`,
    `${base}/wersje/1`,
    `${base}/zmiany?od=1&do=2`,
    `${base}/tekst`,
    `${base}/uwagi`,
  ])
    await check(page, path);
  await page.goto(`${base}/zmiany?od=1&do=2`);
  await expect(page.locator('main ins').filter({ hasText: 'pierwsza' }).first()).toBeVisible();
  const file = await page.request.get(`${base}/tekst.txt`);
  expect(file.headers()['content-type']).toContain('text/plain');
  expect(await file.text()).toContain('pierwsza');
}

type Scoring = { coderPage: Page; leadPage: Page; reader: Page; check: Check; publish: boolean };

/** A coder answers with evidence; the lead publishes (once: an edition cannot be published twice); a reader reads the result. */
async function scoreAndRead({ coderPage, leadPage, reader, check, publish }: Scoring): Promise<void> {
  await signIn(coderPage, coder, demoPassword);
  await check(coderPage, '/zespol');
  await signIn(leadPage, lead, demoPassword);
  const edition = publish ? await openSmallEdition(leadPage) : null;
  if (edition) {
    await coderPage.goto(edition);
    const unit = await coderPage.locator(`main a[href^="${edition}/99"]`).first().getAttribute('href');
    await check(coderPage, unit!);
    await coderPage.goto(`${unit}/T01`);
    await check(coderPage, `${unit}/T01`);
    await coderPage.locator('[name=answer][value="2"]').check();
    await coderPage.locator('[name=url-0]').fill('https://bip.example/uchwaly');
    await coderPage.locator('button[name=do][value=stay]').click();
    await expect(coderPage.locator('[name=answer][value="2"]')).toBeChecked();
    await check(leadPage, `${edition}/publikacja`);
    await leadPage.goto(`${edition}/publikacja`);
    await leadPage.locator('main form button[type=submit]').last().click();
    await expect(leadPage.locator('main')).toBeVisible();
  }
  await reader.goto('/oceny');
  // The last in the list is the oldest, the whole edition of the demonstration.
  const published = await reader.locator('main a[href^="/oceny/"]').last().getAttribute('href');
  const card = `${published}/9901013`;
  await check(reader, '/oceny');
  await check(reader, published!);
  await check(reader, card);
  await check(reader, `${card}/T01`);
  await reader.goto(card);
  await expect(reader.locator('main svg[role=img]').first()).toBeVisible();
  const json = (await (await reader.request.get(`${card}.json`)).json()) as { total: { display: string } };
  await expect(reader.locator('main')).toContainText(json.total.display.replace('.', ','));
  const csv = await (await reader.request.get(`${card}.csv`)).text();
  expect(csv).toContain('9901013');
}

/** An edition of one municipality in which one person answers each question, as a small team would open it. */
async function openSmallEdition(page: Page): Promise<string> {
  await page.goto('/zespol');
  await page.getByRole('link', { name: 'Nowa edycja' }).click();
  await page.locator('[name=titlePl]').fill('Mała ocena');
  await page.locator('[name=titleEn]').fill('Small review');
  await page.locator('[name=measuredFrom]').fill('2025-01-01');
  await page.locator('[name=measuredTo]').fill('2025-12-31');
  await page.locator('[name=municipalities]').fill('9901033');
  await page.locator('[name=doubleShare]').fill('0');
  await page.locator('main form button[type=submit]').last().click();
  await expect(page).toHaveURL(/\/zespol\/[^/]+\/gminy/);
  return new URL(page.url()).pathname.replace(/\/gminy$/, '');
}
