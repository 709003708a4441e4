import { dayOf } from '#app/i18n/dates.ts';
import { createHash } from 'node:crypto';
import {
  expect,
  expectGoodPage,
  expectNoAxeFindings,
  expectNoSideScroll,
  signIn,
  test,
  type Page,
} from '#tests/setup/e2e.ts';

test.use({ appOptions: { movesTime: true } });

const password = 'paragraf-pokaz';
const people = {
  lead: 'zespol@ratusz.example',
  first: 'koder@ratusz.example',
  second: 'koderka@ratusz.example',
  reviewer: 'recenzja@ratusz.example',
  official: 'urzad@jurowice.example',
} as const;
/** Jurowice has an official among the demonstration accounts. */
const jurowice = '9901013';

type Open = (options?: { javaScriptEnabled?: boolean }) => Promise<Page>;

/** What every page has to pass, at one width; the pages that are the heart of a journey pass `expectGoodPage`. */
async function expectSound(page: Page): Promise<void> {
  await expectNoAxeFindings(page);
  await expectNoSideScroll(page);
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function enter(newPage: Open, who: keyof typeof people, { scripts = false } = {}): Promise<Page> {
  const page = await newPage({ javaScriptEnabled: scripts });
  await signIn(page, people[who], password);
  return page;
}

/** An edition in coding, in which a fifth of the questions is answered by two people. */
async function makeEdition(lead: Page, title: string, teryts: readonly string[]): Promise<string> {
  await lead.goto('/zespol/nowa-edycja?zespol=okno-na-ratusz');
  for (const [field, words] of Object.entries({
    titlePl: title,
    titleEn: `${title} EN`,
    measuredFrom: '2026-01-01',
    measuredTo: '2026-06-30',
    municipalities: teryts.join('\n'),
  })) {
    await lead.locator(`#f-${field}`).fill(words);
  }
  await lead.locator('main form button[type="submit"]').last().click();
  await expect(lead).toHaveURL(/\/zespol\/[^/]+\/gminy/);
  return /\/zespol\/([^/]+)\//.exec(lead.url())?.[1] ?? '';
}

/** Saves one answer with an address in every row of evidence that the question asks for. */
async function answer(
  page: Page,
  address: string,
  { answer: chosen, reason }: { answer: string; reason: string },
): Promise<void> {
  await page.goto(address);
  await page.locator(`input[name="answer"][value="${chosen}"]`).check({ force: true });
  await page.locator('#f-reason').fill(reason);
  if (/^\d/.test(chosen)) {
    for (const [row, field] of (await page.locator('input[name^="url-"]').all()).entries())
      await field.fill(`https://bip.example/jurowice/${row + 1}`);
  }
  await page.locator('button[name="do"][value="stay"]').click();
  await expect(page).toHaveURL(/info=coding-saved/);
}

/** Hands in the double-coded answers of every area. */
async function handInAll(page: Page, board: string): Promise<void> {
  await page.goto(board);
  const forms = page.locator('form:has(input[name="area"])');
  for (let left = await forms.count(); left > 0; left -= 1) {
    await forms.first().locator('button').click();
    await expect(page).toHaveURL(/info=handed-in/);
    await expect(forms).toHaveCount(left - 1);
  }
}

test('a coder declares a tie and is refused: not assignable, no coding to open, and the lead sees the declaration', async ({
  newPage,
}) => {
  test.setTimeout(900_000);
  const lead = await enter(newPage, 'lead', { scripts: true });
  const [tied, free] = ['9901041', '9901053'];
  const slug = await makeEdition(lead, 'Ocena z powiązaniem', [tied, free]);
  const coder = await enter(newPage, 'second');
  await coder.goto(`/zespol/${slug}/${tied}/T01`);
  await expect(coder.locator('input[name="answer"]').first()).toBeAttached();

  await coder.goto(`/zespol/powiazania?gmina=${tied}`);
  await coder.locator('input[name="kind"][value="employee"]').check();
  await coder.locator('main form button[type="submit"]').last().click();
  await expect(coder.locator('#f-words-error')).toContainText('na czym polega');
  await expect(coder.locator('input[name="kind"][value="employee"]')).toBeChecked();
  await coder.locator('#f-words').fill('Od marca 2025 r. pracuję w bibliotece gminnej.');
  await coder.locator('main form button[type="submit"]').last().click();
  await expect(coder).toHaveURL(/info=tie-declared/);

  for (const path of ['', '/T01']) {
    const answered = await coder.goto(`/zespol/${slug}/${tied}${path}`);
    expect(answered?.status()).toBe(403);
    await expect(coder.locator('h1')).toContainText('nie oceniasz');
    await expect(coder.locator('main')).toContainText('pracuję w bibliotece gminnej');
    await expect(coder.locator('input[name="answer"]')).toHaveCount(0);
  }
  const sent = await coder.request.post(`/zespol/${slug}/${tied}/T01/zapis`, {
    form: { answer: '1', reason: 'Mimo wszystko', revision: '0', requestedOn: '', do: 'stay' },
  });
  expect(sent.ok()).toBe(false);
  expect((await coder.goto(`/zespol/${slug}/${free}/T01`))?.status()).toBe(200);

  await lead.goto(`/zespol/${slug}/przydzial`);
  const row = (name: string) => lead.locator('fieldset.assign-row', { hasText: name });
  await expect(row('Rudzianka')).toContainText('Kamila Reszka');
  await expect(row('Rudzianka').locator('option', { hasText: 'Kamila Reszka' })).toHaveCount(0);
  const offered = row('Brzezinek').locator('select').first();
  await expect(offered.locator('option', { hasText: 'Kamila Reszka' })).toHaveCount(1);
  await expectSound(lead);
  // A form that was changed by hand asks for the person all the same.
  const id = await offered.locator('option', { hasText: 'Kamila Reszka' }).getAttribute('value');
  const forced = row('Rudzianka').locator('select').first();
  await forced.evaluate((select: HTMLSelectElement, value) => select.add(new Option('x', value)), id ?? '');
  await forced.selectOption(id ?? '');
  await lead.locator('main form button[type="submit"]').last().click();
  await expect(lead.locator('main')).toContainText('Kamila Reszka ma zgłoszone powiązanie z tą gminą');

  await lead.goto('/zespol/osoby/okno-na-ratusz');
  const person = lead.locator('tr', { hasText: 'Kamila Reszka' });
  await expect(person).toContainText('Rudzianka');
  await expect(person).toContainText('pracuję w bibliotece gminnej');
  await expectSound(lead);

  const scripted = await enter(newPage, 'second', { scripts: true });
  await scripted.goto(`/zespol/${slug}/${tied}`);
  await expectSound(scripted);
  await scripted.goto('/zespol/powiazania');
  await expectGoodPage(scripted);
});

test('two people code apart, a third decides, the office replies in time or is silent, and the card says all of it', async ({
  newPage,
  app,
}) => {
  test.setTimeout(900_000);
  const lead = await enter(newPage, 'lead');
  const slug = await makeEdition(lead, 'Ocena dwóch osób', [jurowice]);
  const board = `/zespol/${slug}/${jurowice}`;
  const [first, second] = [await enter(newPage, 'first'), await enter(newPage, 'second')];

  await first.goto(board);
  const doubles = (
    await first.locator('.questions li', { hasText: 'kodowane podwójnie' }).locator('.code').allTextContents()
  ).map((code) => code.trim());
  const codes = (await first.locator('.questions .code').allTextContents()).map((code) => code.trim());
  expect(doubles.length).toBeGreaterThanOrEqual(Math.ceil(codes.length / 5));
  const [disputed = '', ...rest] = doubles;
  const silent = codes.find((code) => !doubles.includes(code)) ?? '';

  await test.step('neither sees the other’s answer before both are handed in', async () => {
    for (const [page, level, name] of [
      [first, '0', 'pierwsza'],
      [second, '1', 'druga'],
    ] as const) {
      for (const code of rest)
        await answer(page, `${board}/${code}`, { answer: 'not_assessed', reason: `Zabrakło czasu, ${name} osoba.` });
      await answer(page, `${board}/${disputed}`, { answer: level, reason: `Tak to widzi ${name} osoba.` });
    }
    await answer(first, `${board}/${silent}`, { answer: '1', reason: 'Widać to na stronie.' });
    const blind = async (page: Page, words: string) => {
      for (const path of ['', `/${disputed}`]) {
        await page.goto(board + path);
        await expect(page.locator('main')).not.toContainText(words);
        await expect(page.locator('#h-other')).toHaveCount(0);
      }
    };
    await blind(first, 'Tak to widzi druga osoba');
    await blind(second, 'Tak to widzi pierwsza osoba');
    await handInAll(first, board);
    await blind(first, 'Tak to widzi druga osoba');
    await blind(second, 'Tak to widzi pierwsza osoba');
    await expect(first.locator('input[name="answer"]')).toHaveCount(0);
    await handInAll(second, board);
    await first.goto(`${board}/${disputed}`);
    await expect(first.locator('section[aria-labelledby="h-other"]')).toContainText('Tak to widzi druga osoba');
  });

  const reviewer = await enter(newPage, 'reviewer', { scripts: true });
  await test.step('somebody else decides, with a reason', async () => {
    await first.goto(`/zespol/${slug}/rozstrzyganie`);
    await expect(first.locator('main form input[name="answer"]')).toHaveCount(0);
    await reviewer.goto(`/zespol/${slug}/rozstrzyganie`);
    await expect(reviewer.locator('.matter h2')).toContainText(disputed);
    await expect(reviewer.locator('.matter')).not.toContainText('Piotr Lewan');
    await expectSound(reviewer);
    await reviewer.locator('input[name="answer"][value="0"]').check({ force: true });
    await reviewer.locator('.matter button[type="submit"]').click();
    await expect(reviewer.locator('#f-reason-error')).toContainText('Wpisz uzasadnienie');
    await expect(reviewer.locator('input[name="answer"][value="0"]')).toBeChecked();
    await reviewer.locator('#f-reason').fill('Pierwsze zdanie poziomu 1 nie jest spełnione.');
    await reviewer.locator('.matter button[type="submit"]').click();
    await expect(reviewer).toHaveURL(/info=adjudicated/);
    await reviewer.goto(`/zespol/${slug}/rozstrzyganie?gmina=${jurowice}&pytanie=${disputed}`);
    await expect(reviewer.locator('.pair')).toContainText('Piotr Lewan');
    await expect(reviewer.locator('.pair')).toContainText('Kamila Reszka');
  });

  const official = await enter(newPage, 'official');
  const desk = `/urzad/oceny/${slug}/${jurowice}`;
  await test.step('the office replies in time to one answer', async () => {
    await lead.goto(`/zespol/${slug}/odpowiedzi`);
    await lead.locator(`input[name="teryt"][value="${jurowice}"]`).check();
    await lead.locator('#f-day').fill('2020-01-01');
    await lead.locator('main form button[type="submit"]').click();
    await expect(lead.locator('#f-day-error')).toContainText('co najmniej 14 dni');
    await lead.locator('#f-day').fill(dayOf(new Date(app.now().getTime() + 15 * 86_400_000)));
    await lead.locator('main form button[type="submit"]').click();
    await expect(lead).toHaveURL(/info=round-opened/);

    await official.goto(`${desk}?pytanie=${disputed}`);
    const form = official.locator(`#${disputed} form`);
    await form.locator('input[name="stance"][value="level"]').check();
    await form.locator('input[name="level"][value="1"]').check({ force: true });
    await form.locator('button[value="reply"]').click();
    await expect(official.locator('#f-body-error')).toBeVisible();
    await expect(form.locator('input[name="level"][value="1"]')).toBeChecked();
    await official.locator('#f-body').fill('Rejestr był na stronie od stycznia, w zakładce „Prawo”.');
    await official.locator('#f-file').setInputFiles({
      name: 'rejestr.html',
      mimeType: 'text/html',
      buffer: Buffer.from('<!doctype html><title>Rejestr</title><p>Rejestr uchwał</p>'),
    });
    await form.locator('button[value="reply"]').click();
    await expect(official).toHaveURL(/info=reply-sent/);
    await expect(official.locator(`#${disputed}`)).toContainText('czeka na decyzję');
    const scripted = await enter(newPage, 'official', { scripts: true });
    await scripted.goto(`${desk}?pytanie=${silent}`);
    await expectGoodPage(scripted);

    await lead.goto(`/zespol/${slug}/publikacja`);
    await expect(lead.locator('main')).toContainText('Urzędy mogą jeszcze odpowiadać');
    await expect(lead.locator('button[value="publish"]')).toHaveCount(0);
  });

  await test.step('the team decides with a reason', async () => {
    await reviewer.goto(`/zespol/${slug}/odpowiedzi/${jurowice}/${disputed}`);
    await expect(reviewer.locator('main')).toContainText('Rejestr był na stronie od stycznia');
    await expectSound(reviewer);
    await reviewer.locator('input[name="answer"][value="1"]').check({ force: true });
    await reviewer.locator('main form button[type="submit"]').click();
    await expect(reviewer.locator('#f-reason-error')).toContainText('Urząd ma prawo je znać');
    await reviewer.locator('#f-reason').fill('Załącznik pokazuje rejestr w okresie pomiaru. Zmieniamy poziom na 1.');
    await reviewer.locator('main form button[type="submit"]').click();
    await expect(reviewer).toHaveURL(/info=reply-decided/);
    await official.goto(desk);
    await expect(official.locator(`#${disputed}`)).toContainText('Zmieniamy poziom na 1.');
  });

  await test.step('after the term nothing is taken in any more', async () => {
    await official.goto(`${desk}?pytanie=${silent}`);
    await app.passTo(new Date(app.now().getTime() + 16 * 86_400_000));
    const form = official.locator(`#${silent} form`);
    await form.locator('input[name="stance"][value="none"]').check();
    await form.locator('button[value="reply"]').click();
    await expect(official.locator('main [role="alert"]')).toContainText('Odpowiedzi nie przyjęto');
    await expect(official.locator(`#${silent} form`)).toHaveCount(0);
  });

  await test.step('the public pages say who coded what, what was decided, the reply and the silence', async () => {
    await lead.goto(`/zespol/${slug}/publikacja`);
    await lead.locator('button[value="publish"]').click();
    await expect(lead).toHaveURL(/info=/);
    const reader = await newPage();
    await reader.goto(`/oceny/${slug}/${jurowice}/${disputed}`);
    await expect(reader.locator('#odpowiedz')).toContainText('Rejestr był na stronie od stycznia');
    await expect(reader.locator('#odpowiedz')).toContainText('Zmieniamy poziom na 1.');
    await expect(reader.locator('#odpowiedz a', { hasText: 'rejestr.html' })).toHaveAttribute('href', /^\/pliki\//);
    for (const words of [
      'Piotr Lewan',
      'Kamila Reszka',
      'Tak to widzi pierwsza osoba',
      'Tak to widzi druga osoba',
      'Pierwsze zdanie poziomu 1 nie jest spełnione.',
    ]) {
      await expect(reader.locator('#kodowania')).toContainText(words);
    }
    await expectGoodPage(reader);
    await reader.goto(`/oceny/${slug}/${jurowice}/${silent}`);
    await expect(reader.locator('#odpowiedz')).toContainText('nie wpłynęła odpowiedź urzędu');
    await expectSound(reader);
    await reader.goto(`/oceny/${slug}/${jurowice}`);
    await expect(reader.locator('main')).toContainText('nie wpłynęła odpowiedź urzędu');
    await expectSound(reader);
    const card = (await (await fetch(`${app.baseUrl}/oceny/${slug}/${jurowice}.json`)).json()) as {
      indicators: {
        id: string;
        level: number | null;
        codings: { level: number | null }[];
        reply: { stance: string | null };
      }[];
    };
    const told = (code: string) => card.indicators.find((each) => each.id === code);
    expect(told(disputed)).toMatchObject({
      level: 1,
      codings: [{ level: 0 }, { level: 1 }],
      reply: { stance: 'level' },
    });
    expect(told(silent)).toMatchObject({ level: 1, codings: [], reply: { stance: null } });
  });

  await test.step('both codings are a file of the edition, as the manifest names it', async () => {
    const reader = await newPage({ javaScriptEnabled: false });
    await reader.goto(`/oceny/${slug}`);
    const address = await reader.locator('#dane a[href$="kodowania.csv"]').getAttribute('href');
    const answered = await fetch(app.baseUrl + address);
    const csv = Buffer.from(await answered.arrayBuffer());
    const { files } = (await (await fetch(`${app.baseUrl}/oceny/${slug}.json`)).json()) as {
      files: Record<string, string>;
    };
    expect(createHash('sha256').update(csv).digest('hex')).toBe(files['codings.csv']);
    const [head = '', ...lines] = csv
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trim()
      .split('\r\n');
    expect(lines.filter((line) => line.startsWith(`${jurowice},`))).toHaveLength(2 * doubles.length);
    expect(
      lines.filter((line) => line.includes(`,${disputed},`)).map((line) => /Tak to widzi (\S+) osoba/.exec(line)?.[1]),
    ).toEqual(['pierwsza', 'druga']);
    const [, described = ''] = /<([^>]+)>; rel="describedby"/.exec(answered.headers.get('Link') ?? '') ?? [];
    const csvw = (await (await fetch(app.baseUrl + described)).json()) as {
      tableSchema: { columns: { name: string }[] };
    };
    expect(csvw.tableSchema.columns.map((column) => column.name)).toEqual(head.split(','));
  });
});
