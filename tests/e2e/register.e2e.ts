import { demoPassword } from '#app/people/demo/accounts.ts';
import { expect, expectGoodPage, lastMailLink, signIn, test, type Page } from '#tests/setup/e2e.ts';

const consultation = '/konsultacje/zasady-konsultacji-z-mieszkancami';
const official = 'urzad@jurowice.example';

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
}

async function signAsGuest(page: Page, email: string): Promise<void> {
  await page.locator('[name=name]').fill('Jan Gość');
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=consent]').check();
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';

  test(`a guest sends a remark, confirms it by the link and withdraws it later, ${how} scripts`, async ({
    newPage,
  }) => {
    test.setTimeout(900_000);
    const page = await newPage({ javaScriptEnabled });
    const email = `gosc.${how}@example.org`;
    await page.goto(`${consultation}/uwagi/nowa`);
    if (javaScriptEnabled) await expectGoodPage(page);
    await page.locator('[name=reason]').fill('Projekt jest napisany zbyt trudnym językiem.');
    await press(page, 'Dalej');
    await press(page, 'Sprawdź odpowiedzi');
    // Without a signature it does not go on, and the words go along.
    await expect(page.locator('#form-errors')).toBeVisible();
    await signAsGuest(page, email);
    await press(page, 'Sprawdź odpowiedzi');
    await expect(page.locator('main')).toContainText('Nic jeszcze nie wysłano.');
    await expect(page.locator('main')).toContainText(email);
    if (javaScriptEnabled) await expectGoodPage(page);
    await press(page, 'Popraw treść');
    await expect(page.locator('[name=reason]')).toHaveValue('Projekt jest napisany zbyt trudnym językiem.');
    await press(page, 'Dalej');
    await expect(page.locator('[name=email]')).toHaveValue(email);
    await press(page, 'Sprawdź odpowiedzi');
    await press(page, 'Wyślij');
    await expect(page).toHaveURL(/\/pisma\/wyslano$/);

    const link = await lastMailLink(page, email);
    expect(link).toContain('/potwierdz/uwaga/');
    await page.goto(link);
    await expect(page.locator('main')).toContainText('zbyt trudnym językiem');
    if (javaScriptEnabled) await expectGoodPage(page);
    await press(page, /Potwierdzam/);
    await expect(page).toHaveURL(/\/pisma\/\d+/);
    await expect(page.locator('.receipt')).toContainText('Jan Gość');
    if (javaScriptEnabled) await expectGoodPage(page);
    await page.goto(link);
    await expect(page.locator('h1')).not.toContainText('Potwierdź uwagę');

    // On another device: the letter with the receipt lets in once.
    const elsewhere = await newPage({ javaScriptEnabled });
    await elsewhere.goto(await lastMailLink(elsewhere, email));
    await press(elsewhere, 'Wejdź');
    await elsewhere.getByText('Wycofanie', { exact: true }).click();
    await elsewhere.locator('[name=point]').first().check();
    await press(elsewhere, 'Wycofaj');
    await expect(elsewhere.locator('.receipt')).toContainText('wycofana');
    await elsewhere.getByRole('link', { name: 'Złóż ponownie' }).first().click();
    await expect(elsewhere.locator('[name=reason]')).toHaveValue('Projekt jest napisany zbyt trudnym językiem.');
  });

  test(`somebody without e-mail gets a code, the office enters it, and the page of the code leads to the receipt, ${how} scripts`, async ({
    newPage,
  }) => {
    const page = await newPage({ javaScriptEnabled });
    await page.goto(`${consultation}/uwagi/nowa`);
    await page.locator('[name=reason]').fill(`Proszę o ławki przy przystanku, ${how}.`);
    await press(page, 'Dalej');
    await page.locator('[name=name]').fill('Stanisława Bez Poczty');
    await page.locator('[name=contactBy][value=phone]').check();
    await expect(page.locator('[name=email]')).toBeHidden();
    await page.locator('[name=consent]').check();
    await press(page, 'Sprawdź odpowiedzi');
    // Only the chosen way is asked for, and what was chosen stays.
    await expect(page.locator('#form-errors a')).toHaveAttribute('href', '#f-phone');
    await expect(page.locator('[name=contactBy][value=phone]')).toBeChecked();
    await page.locator('[name=phone]').fill('600 100 200');
    await press(page, 'Sprawdź odpowiedzi');
    await press(page, 'Wyślij');
    const code = (await page.locator('.filing-code').textContent()) ?? '';
    const address = page.url();
    if (javaScriptEnabled) await expectGoodPage(page);

    const desk = await newPage({ javaScriptEnabled });
    await signIn(desk, official, demoPassword);
    await desk.goto(`/urzad${consultation}/rejestr/kod`);
    if (javaScriptEnabled) await expectGoodPage(desk);
    await desk.locator('[name=code]').fill(code);
    await press(desk, 'Pokaż uwagę');
    await expect(desk.locator('main')).toContainText('600 100 200');
    if (javaScriptEnabled) await expectGoodPage(desk);
    await desk.getByLabel('telefon', { exact: true }).check();
    await press(desk, 'Wpisz do rejestru');
    await expect(desk).toHaveURL(/wpisano=\d+/);
    await page.goto(address);
    await expect(page).toHaveURL(/\/pisma\/\d+/);
    await expect(page.locator('.receipt')).toContainText('telefon');
    await expect(page.locator('main')).not.toContainText('600 100 200');
  });

  test(`an official enters a paper letter of three points, one with two changes, ${how} scripts`, async ({
    newPage,
  }) => {
    test.setTimeout(900_000);
    const page = await newPage({ javaScriptEnabled });
    await signIn(page, official, demoPassword);
    await page.goto(`/urzad${consultation}/rejestr/nowe`);
    if (javaScriptEnabled) await expectGoodPage(page);
    await page.getByLabel('pismo', { exact: true }).check();
    const sign = `KP ${how}/2026`;
    await page.locator('[name=caseSign]').fill(sign);
    await page.locator('[name=authorName]').fill('Zofia Malec');
    await page.locator('[name=contactAddress]').fill('Łęgi 14');
    await page.locator('[name=reason]').fill('Za dużo trudnych słów.');
    await press(page, 'Dodaj kolejną uwagę');
    await page.locator('[name=p2-reason]').fill('Trzy tygodnie i ogłoszenie w sklepie.');
    for (const [at, citation] of ['§ 7 ust. 1', '§ 8 ust. 1'].entries()) {
      const option = page
        .locator('[name=p2-unit] option')
        .filter({ hasText: new RegExp(`^${citation.replace(/ /g, '\\s').replace(/\./g, '\\.')}\\.`) });
      if (!(await page.locator('[name=p2-unit]').isVisible()))
        await page.locator('fieldset.point').nth(1).locator('details.more summary').click();
      await page.locator('[name=p2-unit]').selectOption((await option.first().getAttribute('value')) ?? '');
      await page.locator('button[value="add-change:1"]').click();
      await expect(page.locator(`[name=p2-o${at + 1}-text]`)).toBeVisible();
    }
    await page.locator('[name=p2-o1-text]').fill('Konsultacje trwają co najmniej 22 dni.');
    await page.locator('[name=p2-o2-text]').fill('Burmistrz ogłasza konsultacje także w sklepie.');
    await press(page, 'Dodaj kolejną uwagę');
    await page.locator('[name=p3-reason]').fill('Poręcz przy wejściu do urzędu.');
    await press(page, 'Pokaż zmianę');
    // Everything typed is still there, and both changes are shown.
    await expect(page.locator('.shown')).toHaveCount(2);
    await expect(page.locator('[name=authorName]')).toHaveValue('Zofia Malec');
    await expect(page.locator('[name=p3-reason]')).toHaveValue('Poręcz przy wejściu do urzędu.');
    if (javaScriptEnabled) await expectGoodPage(page);
    await press(page, 'Wpisz do rejestru');

    // The next letter of the pile begins as the last one came.
    await expect(page).toHaveURL(/\/rejestr\/nowe\?wpisano=\d+/);
    await expect(page.getByLabel('pismo', { exact: true })).toBeChecked();
    await expect(page.locator('[name=authorName]')).toHaveValue('');
    if (javaScriptEnabled) await expectGoodPage(page);
    await page.getByRole('link', { name: 'Potwierdzenie wpływu' }).click();
    await expect(page).toHaveURL(/\/pisma\/\d+/);
    const receipt = page.locator('.receipt');
    await expect(receipt).toContainText(sign);
    await expect(receipt).toContainText('Zofia Malec');
    await expect(receipt.locator('ol > li')).toHaveCount(3);
    if (javaScriptEnabled) await expectGoodPage(page);
    const filing = new URL(page.url()).pathname;

    const reader = await newPage({ javaScriptEnabled });
    await reader.goto(filing);
    await expect(reader.locator('.receipt')).toContainText('osoba fizyczna');
    await expect(reader.locator('main')).not.toContainText(/Malec|Łęgi 14/);
    await reader.locator('.receipt ol > li a').nth(1).click();
    await expect(reader.locator('main')).toContainText('uwaga 2 z 3');
    await expect(reader.locator('main .amend ins')).not.toHaveCount(0);
    if (javaScriptEnabled) await expectGoodPage(reader);
    await reader.goto(`${consultation}/uwagi?q=trudnych&kanal=paper`);
    await expect(reader.locator('tbody tr').first()).toContainText('osoba fizyczna');
    if (javaScriptEnabled) await expectGoodPage(reader);
  });
}

test('an official imports a table, sees the faults of its rows and prints the answers', async ({ newPage }) => {
  test.setTimeout(900_000);
  const page = await newPage();
  await signIn(page, official, demoPassword);
  const market = '/urzad/konsultacje/regulamin-targowiska-przy-ul-mlynskiej/rejestr';
  await page.goto(`${market}/import`);
  await expectGoodPage(page);
  const table =
    'Data wpływu;Treść uwagi;Rozstrzygnięcie;Uzasadnienie;Znak sprawy\n14.04.2026;Więcej ławek.;Nieuwzględniona;To nie ten regulamin.;KP 7\nkiedyś;Bez daty.;;;\n';
  await page
    .locator('[name=file]')
    .setInputFiles({ name: 'uwagi.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await press(page, 'Wczytaj i sprawdź');
  await expect(page.locator('main')).toContainText('1 wiersz gotowy do wpisania');
  await expect(page.locator('main')).toContainText('1 wiersz ma błąd');
  await expectGoodPage(page);
  await press(page, /^Wpisz/);
  await expect(page.locator('main')).toContainText('Więcej ławek.');
  await expectGoodPage(page);
  await page.goto(`${market}/listy`);
  await expect(page.locator('main')).toContainText('To nie ten regulamin.');
  await expectGoodPage(page);
});
