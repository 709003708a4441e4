import { demoPassword } from '#app/people/demo/accounts.ts';
import { expect, expectGoodOnPhone, expectGoodPage, follow, signIn, test, type Page } from '#tests/setup/e2e.ts';

const dayFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function writes(phone: Page, kind: string, view: string, text: string): Promise<void> {
  await phone.locator(`#karta [name=kind][value=${kind}]`).check();
  await phone.locator(`#karta [name=view][value=${view}]`).check();
  await phone.locator('#karta [name=text]').fill(text);
  await phone.locator('#karta button[type=submit]').click();
}

test('a hall: one leads, one screen follows, four phones write, and one of them loses its connection', async ({
  newPage,
}) => {
  test.setTimeout(600_000);
  const office = await newPage();
  await signIn(office, 'urzad@jurowice.example', demoPassword);
  await office.goto('/tablice/nowa');
  await office.locator('[name=title]').fill('Co utrudnia nam spotkania');
  await office.locator('[name=question]').fill('Czego potrzeba, co już mamy i co przeszkadza?');
  await office.locator('[name=access][value=public]').check();
  await office.locator('[name=opens]').fill(dayFrom(-1));
  await office.locator('[name=closes]').fill(dayFrom(5));
  await follow(office, office.getByRole('button', { name: 'Otwórz tablicę' }));
  await expect(office).toHaveURL(/\/tablice\/co-utrudnia-nam-spotkania\/prowadzenie/);
  const board = '/tablice/co-utrudnia-nam-spotkania';

  const screen = await newPage();
  await screen.goto(`${board}/ekran`);
  await expect(screen.locator('.qr')).toBeVisible();
  const [first, second, third, bare] = [
    await newPage(),
    await newPage(),
    await newPage(),
    await newPage({ javaScriptEnabled: false }),
  ];
  // One joins by the code; a wrong one is told so.
  await first.goto('/tablice');
  await first.locator('[name=code]').fill('00000000');
  await first.getByRole('button', { name: 'Dołącz' }).click();
  await expect(first.locator('main')).toContainText('Nie ma tablicy o tym kodzie');
  await first.goto(board);
  for (const phone of [second, third, bare]) await phone.goto(board);
  await expectGoodOnPhone(first);

  await writes(first, 'obstacle', 'residents', 'Spotkania są o dziesiątej rano.');
  await expect(first.locator('#karta [name=text]')).toHaveValue('');
  await expect(second.locator('[data-live-cell="residents:obstacle"]')).toContainText(
    'Spotkania są o dziesiątej rano.',
  );
  await expect(screen.locator('#s-2')).toContainText('1 karta');

  // One writes while the line is down: it waits, is sent once, and everybody has it.
  await third.context().setOffline(true);
  await writes(third, 'need', 'partners', 'Uzgodnić stanowisko wcześniej.');
  await expect(third.locator('[data-live-says]')).toContainText('czeka w tym urządzeniu');
  await writes(second, 'resource', 'institutions', 'Sala w szkole jest wolna po szesnastej.');
  await third.context().setOffline(false);
  await expect(screen.locator('main')).toContainText('Uzgodnić stanowisko wcześniej.');
  await expect(third.locator('[data-live-part=matrix]')).toContainText('Sala w szkole jest wolna');

  // Without scripts the form works and the page says when to reload.
  expect(await bare.content()).toContain('Bez skryptów ta strona nie odświeża się sama');
  await writes(bare, 'obstacle', 'government', 'Spotkania w godzinach pracy.');
  await expect(bare.locator('main')).toContainText('Karta jest na tablicy.');

  // Paper slips, by keyboard alone.
  await office.goto(`${board}/kartki`);
  for (const words of ['Autobus po spotkaniu już nie jedzie.', 'Nikt nie odpisuje.']) {
    await office.keyboard.type(words);
    await office.keyboard.press('Enter');
    await expect(office.locator('main .slips')).toContainText(words);
    await expect(office.locator('[name=text]')).toBeFocused();
  }
  await expectGoodPage(office);

  await office.goto(`${board}/prowadzenie`);
  await expect(office.locator('.pick-cards .choice')).toHaveCount(6);
  await expectGoodPage(office);
  for (const text of ['Spotkania są o dziesiątej rano.', 'Spotkania w godzinach pracy.'])
    await office.locator('.pick-cards .choice', { hasText: text }).click();
  await follow(office, office.locator('button[value=merge]'));
  await office.locator('.pick-cards .choice', { hasText: 'Spotkania są o dziesiątej rano.' }).click();
  await office.locator('.pick-cards .choice', { hasText: 'Autobus po spotkaniu' }).click();
  await office.locator('#f-name').fill('Zła pora spotkań');
  await follow(office, office.locator('button[value=group]'));
  await follow(office, office.getByRole('button', { name: 'Otwórz: Odpowiedzi' }));
  await follow(office, office.getByRole('button', { name: 'Zamknij: Zbieranie' }));

  // Whoever writes into a phase that closed meanwhile keeps every word.
  await bare.locator('#karta [name=kind][value=need]').check();
  await bare.locator('#karta [name=view][value=residents]').check();
  await bare.locator('#karta [name=text]').fill('Za późno wysłana.');
  await bare.locator('#karta button[type=submit]').click();
  await expect(bare.locator('main')).toContainText('Tego rodzaju kart teraz nie zbieramy');
  await expect(bare.locator('#karta [name=text]')).toHaveValue('Za późno wysłana.');
  await second.reload();
  await second.locator('#karta [name=answers]').selectOption({ index: 1 });
  await writes(second, 'answer', 'residents', 'Spotkania po szesnastej albo w sobotę.');
  await expect(second.locator('[data-live-part=groups]')).toContainText('Spotkania po szesnastej albo w sobotę.');

  await follow(office, office.getByRole('button', { name: 'Otwórz: Ważenie' }));
  await expect(screen.locator('#s-2')).toContainText('Trwa ważenie');
  await first.goto(`${board}/wazenie`);
  await first.locator('.weighed--vote [value="2"]').first().check({ force: true });
  await follow(first, first.getByRole('button', { name: 'Zapisz moje znaki' }));
  await expect(first.locator('main')).toContainText('Znaki zapisane');
  await expectGoodOnPhone(first);
  await follow(office, office.getByRole('button', { name: 'Zamknij: Ważenie' }));
  await expect(screen.locator('#s-2')).toContainText('Odpowiedzi, którym dało znak najwięcej osób');
  await expectGoodPage(screen);

  await bare.goto(`${board}/zestawienie`);
  await expect(bare.locator('.cluster')).toContainText('Zła pora spotkań');
  await expect(bare.locator('.cluster')).toContainText('1 osoba z 1, 2 znaki');
  await expect(bare.locator('.cluster')).toContainText('Spotkania w godzinach pracy.');
  await expectGoodPage(first);
  for (const file of ['karty.csv', 'karty.json', 'karty.csv?format=xlsx', 'grupy/1', 'druk'])
    expect([file, (await bare.request.get(`${board}/${file}`)).status()]).toEqual([file, 200]);
});
