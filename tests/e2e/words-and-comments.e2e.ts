import { demoPassword } from '#app/people/demo/accounts.ts';
import { expect, expectNoAxeFindings, follow, signIn, test, type Page } from '#tests/setup/e2e.ts';

const official = 'urzad@jurowice.example';
const title = 'Zasady konsultacji z mieszkańcami';

/** Address of the demonstration consultation, e.g. /konsultacje/zasady-…. */
async function consultation(page: Page): Promise<string> {
  await page.goto('/konsultacje');
  await follow(page, page.getByRole('link', { name: title }).first());
  return new URL(page.url()).pathname;
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';

  test(`words lead to the remark that brought them and back, ${how} scripts`, async ({ newPage }) => {
    const page = await newPage({ javaScriptEnabled });
    const address = await consultation(page);
    await page.goto(`${address}/uwagi/1`);
    const standing = page.locator('section', {
      has: page.getByRole('heading', { name: 'Wyrazy tej uwagi w obecnym tekście' }),
    });
    await expect(standing.locator('mark')).toContainText(['21']);
    if (javaScriptEnabled) await expectNoAxeFindings(page);
    await standing.locator('mark a').first().click();
    await expect(page.getByRole('heading', { level: 2, name: 'Skąd są te wyrazy' })).toBeVisible();
    await expect(page.getByText('Ankieta wskazała 21 dni')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Wiersz uwagi nr 1 w raporcie' })).toBeVisible();
    if (javaScriptEnabled) await expectNoAxeFindings(page);
    await page.getByRole('link', { name: 'Poprawka nr 1' }).click();
    await expect(page).toHaveURL(new RegExp(`${address}/uwagi/1$`));
  });

  test(`a comment goes through four versions and says each time what became of its words, ${how} scripts`, async ({
    newPage,
  }) => {
    test.setTimeout(900_000);
    const [office, resident] = [await newPage({ javaScriptEnabled }), await newPage({ javaScriptEnabled })];
    await signIn(office, official, demoPassword);
    await signIn(resident, 'anna@jurowice.example', demoPassword);
    const address = await consultation(resident);
    const first = await addUnit(office, address, '§ 1', 'Konsultacje służą dobrej rozmowie.', javaScriptEnabled);
    const second = await addUnit(office, address, '§ 2', 'Rozmowę prowadzi się życzliwie.', false);
    await resident.goto(`${first}/komentarz`);
    await resident.getByLabel('O których słowach piszesz?').fill('dobrej rozmowie');
    await resident.getByLabel('Twój komentarz').fill('Dobrze powiedziane.');
    await resident.getByRole('button', { name: 'Dodaj komentarz' }).click();
    await expect(resident.locator('#komentarze')).toContainText('Ten sam tekst');

    await edit(office, first, 'replace', async () =>
      office.getByLabel('Brzmienie', { exact: true }).fill('Konsultacje służą szczerej rozmowie.'),
    );
    await resident.goto(first);
    await expect(resident.locator('#komentarze')).toContainText('Te wyrazy zmieniono');
    if (javaScriptEnabled) await expectNoAxeFindings(resident);

    await edit(office, second, 'merge', async () =>
      office.getByLabel('Jednostka, która wejdzie do tej').selectOption({ label: '§ 2' }),
    );
    await resident.goto(first);
    await expect(resident.locator('#komentarze')).toContainText('Przepis połączono z § 2');
    if (javaScriptEnabled) await expectNoAxeFindings(resident);

    await edit(office, second, 'delete', async () => {});
    await resident.goto(first);
    await expect(resident.locator('#komentarze')).toContainText('którego też już nie ma');
    await resident.goto(second);
    await expect(resident.locator('main')).toContainText('Tego przepisu nie ma już w projekcie');
  });
}

/** Adds a § after another one as the office; gives the address of its page. */
async function addUnit(office: Page, address: string, after: string, words: string, checked: boolean): Promise<string> {
  await office.goto(`/urzad${address}/redakcja`);
  await office.getByRole('link', { name: after, exact: true }).click();
  await office.getByRole('link', { name: 'Dodaj nową jednostkę po tej' }).click();
  await office.getByLabel(`Nowa jednostka po ${after}`).fill(words);
  await office.getByRole('button', { name: 'Pokaż skutki' }).click();
  await expect(office.getByRole('heading', { name: 'Co się stanie' })).toBeVisible();
  if (checked) await expectNoAxeFindings(office);
  await office.getByLabel('Uzasadnienie').fill('Potrzebne do rozmowy.');
  await office.getByRole('button', { name: /Zapisz jako wersję/ }).click();
  await expect(office.getByText('Zmiana zapisana jako nowa wersja.')).toBeVisible();
  await office.goto(`/urzad${address}/redakcja`);
  const link = office.getByRole('listitem').filter({ hasText: words }).getByRole('link');
  const code = new URL((await link.getAttribute('href')) ?? '', office.url()).searchParams.get('j');
  return `${address}/j/${code}`;
}

/** One editorial change of the clause at an address. */
async function edit(office: Page, clause: string, op: string, fill: () => Promise<unknown>): Promise<void> {
  const [, address, code] = /^(.*)\/j\/(\d+)$/.exec(clause) ?? [];
  await office.goto(`/urzad${address}/redakcja?j=${code}&zmiana=${op}`);
  await fill();
  await office.getByLabel('Uzasadnienie').fill('Porządek redakcyjny.');
  await office.getByRole('button', { name: /Zapisz jako wersję/ }).click();
  await expect(office.getByText('Zmiana zapisana jako nowa wersja.')).toBeVisible();
}
