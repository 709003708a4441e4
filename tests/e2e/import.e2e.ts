import { by, lineOf, runOf, wordOf } from '#app/documents/testing/word-parts.ts';
import { demoPassword } from '#app/people/demo/accounts.ts';
import { expect, expectGoodPage, follow, signIn, test, type Page } from '#tests/setup/e2e.ts';

const official = 'urzad@jurowice.example';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const item = (label: string, words: string): string =>
  `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span style='mso-list:Ignore'>${label}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><!--[endif]-->${words}<o:p></o:p></p>`;
const fromWord = `<html><body><!--StartFragment--><p class=MsoNormal>Uchwała w sprawie zieleni</p><p class=MsoNormal>§ 1. Zakazuje się:</p>${item('1)', 'grodzenia;')}${item('2)', 'zabudowy.')}<p><img alt="Herb gminy" src="x.png"></p><!--EndFragment--></body></html>`;

/** Ctrl+V with what a word processor leaves in the clipboard. */
async function paste(page: Page, selector: string, content: { html: string; plain: string }): Promise<void> {
  await page.locator(selector).evaluate((area, { html, plain }) => {
    const data = new DataTransfer();
    data.setData('text/html', html);
    data.setData('text/plain', plain);
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, content);
}

test('a paste out of Word keeps its numbers and says what was left out', async ({ page }) => {
  test.setTimeout(900_000);
  await signIn(page, official, demoPassword);
  await page.goto('/urzad/import');
  const area = page.locator('[name=text]');
  await area.click();
  const plain = 'Uchwała w sprawie zieleni\n§ 1. Zakazuje się:\ngrodzenia;\nzabudowy.';
  await expect(async () => {
    await area.fill('');
    await paste(page, '[name=text]', { html: fromWord, plain });
    await expect(area).toHaveValue(
      'Uchwała w sprawie zieleni\n\n§ 1. Zakazuje się:\n\n1) grodzenia;\n\n2) zabudowy.\n',
      { timeout: 2_000 },
    );
  }).toPass();
  await expect(page.getByRole('status').filter({ hasText: '1 obraz pominięto' })).toBeVisible();
  await expectGoodPage(page);
  await page.getByRole('button', { name: 'Wczytaj i pokaż strukturę' }).click();
  await expect(page.locator('main')).toContainText('2 punkty');
});

test('the source of a page in the field is read as what the page says, without scripts too', async ({ newPage }) => {
  test.setTimeout(900_000);
  const page = await newPage({ javaScriptEnabled: false });
  await signIn(page, official, demoPassword);
  await page.goto('/urzad/import');
  await page.locator('[name=text]').fill(fromWord);
  await page.getByRole('button', { name: 'Wczytaj i pokaż strukturę' }).click();
  await expect(page.locator('main')).toContainText('To był kod strony (HTML)');
  await expect(page.locator('main')).toContainText('Herb gminy');
  await expect(page.locator('main')).toContainText('2 punkty');
});

for (const javaScriptEnabled of [true, false])
  test(`tracked changes of an imported file become amendments that are decided, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    newPage,
  }) => {
    test.setTimeout(900_000);
    const page = await newPage({ javaScriptEnabled });
    await signIn(page, official, demoPassword);
    await page.goto('/urzad/import');
    await page.locator('[name=file]').setInputFiles({
      name: 'projekt.docx',
      mimeType: docx,
      buffer: Buffer.from(
        wordOf(
          lineOf(runOf('Uchwała w sprawie terminów')) +
            lineOf(
              `${runOf('§ 1. Konsultacje trwają ')}${by('del', '<w:r><w:delText>14</w:delText></w:r>')}${by('ins', runOf('21'))}${runOf(' dni.')}`,
            ) +
            lineOf(
              `${runOf('§ 2. Raport sporządza się w terminie ')}${by('ins', runOf('trzydziestu '))}${runOf('dni.')}`,
            ),
        ),
      ),
    });
    await follow(page, page.getByRole('button', { name: 'Wczytaj i pokaż strukturę' }));
    await expect(page.getByRole('heading', { name: /otwart/ })).toBeVisible();
    const review = new URL(page.url()).pathname;
    // Nothing is settled: the way to the publication is shut.
    await page.goto(`${review}/publikacja`);
    await expect(page).toHaveURL(new RegExp(`${review}$`));
    await follow(page, page.getByRole('button', { name: 'Zrób z nich poprawki' }));
    await expect(page.locator('main')).toContainText('po publikacji będą z');
    await page.goto(`${review}/publikacja`);
    await page.locator('[name=title]').fill(`Zmiany śledzone ${javaScriptEnabled ? 'ze skryptami' : 'bez'}`);
    await page.locator('[name=summary]').fill('Tekst z pliku ze zmianami.');
    await follow(page, page.locator('main form button[type=submit]').last());
    // What was left for after the publication comes next.
    await expect(page).toHaveURL(new RegExp(`${review}$`));
    const published = await page.locator('main a[href^="/konsultacje/"]').first().getAttribute('href');
    const slug = published!.split('/')[2]!;
    await page.goto(`/konsultacje/${slug}/tekst`);
    await expect(page.locator('main')).toContainText('14 dni');
    await page.goto(review);
    await follow(page, page.getByRole('button', { name: 'Przejrzyj zmiany i wnieś poprawki' }));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Co wynika z tego pliku');
    await expect(page.locator('main')).toContainText('Poprawka do § 1');
    await expect(page.locator('main')).toContainText('Poprawka do § 2');
    for (const reason of await page.locator('[name=reason]').all()) await reason.fill('Więcej czasu.');
    await follow(page, page.getByRole('button', { name: 'Wczytaj zaznaczone' }));
    await expect(page).toHaveURL(/\?info=word-entered/);
    await expect(page.locator('table tbody tr')).toHaveCount(2);
    await page.goto(`/urzad/konsultacje/${slug}/uwagi/1`);
    await page.locator('.ruling [name=decision][value=accepted]').check();
    await page.locator('.ruling [name=reason]').fill('Słusznie.');
    await follow(page, page.locator('.ruling button[name=intent][value=decide]'));
    await page.goto(`/konsultacje/${slug}/tekst`);
    await expect(page.locator('main')).toContainText('21 dni');
    await expect(page.locator('main')).toContainText('w terminie dni');
    await page.goto(`/konsultacje/${slug}/uwagi`);
    await expect(page.locator('main')).toContainText('Zmienia „14 dni” na „21 dni”.');
    await expect(page.locator('main')).toContainText('czeka na stanowisko: 1');
    await expect(page.locator('main')).toContainText('uwzględniona: 1');
  });
