import { demoPassword } from '#app/people/demo/accounts.ts';
import { expect, expectGoodPage, follow, signIn, test, type Page } from '#tests/setup/e2e.ts';
import { actOf, amend, publishText } from '#tests/setup/e2e-consultation.ts';

const official = 'urzad@jurowice.example';
const words = [
  'Rada Gminy ogłasza konsultacje.',
  'Konsultacje trwają co najmniej czternaście dni i obejmują jedno spotkanie w siedzibie urzędu gminy.',
  'Raport sporządza się w terminie trzydziestu dni.',
];
const source = actOf(words);

const publish = (page: Page, title: string) =>
  publishText(page, { source, title, summary: 'Krótki tekst do sprawdzenia zebranych stanowisk.' });

async function collect(page: Page, slug: string, number: number, decision: string): Promise<void> {
  await page.goto(`/urzad/konsultacje/${slug}/uwagi/${number}`);
  await page.locator(`.ruling [name=decision][value=${decision}]`).check();
  await page.locator('.ruling [name=reason]').fill(`Powód stanowiska ${number}.`);
  await follow(page, page.locator('.ruling button[name=intent][value=collect]'));
  await expect(page.locator('main')).toContainText('stanowisko zebrane do ogłoszenia razem');
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';

  test(`rulings are collected, a conflict between them is solved, and they are released as one version, ${how} scripts`, async ({
    newPage,
  }) => {
    test.setTimeout(900_000);
    const [office, anna, reader] = [
      await newPage({ javaScriptEnabled }),
      await newPage({ javaScriptEnabled }),
      await newPage({ javaScriptEnabled: false }),
    ];
    await signIn(office, official, demoPassword);
    await signIn(anna, 'anna@jurowice.example', demoPassword);
    const slug = await publish(office, `Zebrane ${how}`);
    const longer = await amend(anna, slug, 2, words[1]!.replace('czternaście', 'trzydzieści'), 'Tak będzie lepiej.');
    const shorter = await amend(anna, slug, 2, words[1]!.replace('czternaście', 'siedem'), 'Tak będzie lepiej.');
    const report = await amend(anna, slug, 3, words[2]!.replace('trzydziestu', 'czternastu'), 'Tak będzie lepiej.');
    await collect(office, slug, longer, 'accepted');
    await collect(office, slug, shorter, 'accepted');
    await collect(office, slug, report, 'accepted');
    // Nobody outside sees anything of it.
    await reader.goto(`/konsultacje/${slug}/uwagi/${longer}`);
    await expect(reader.locator('main')).not.toContainText('Powód stanowiska');

    await office.goto(`/urzad/konsultacje/${slug}/zebrane`);
    await expect(office.locator('main')).toContainText('1 kolizja między zebranymi stanowiskami');
    await expect(office.locator('button[value=release]')).toHaveCount(0);
    if (javaScriptEnabled) await expectGoodPage(office);
    await follow(office, office.getByRole('button', { name: `Wyjmij stanowisko wobec uwagi nr ${shorter}` }));
    await expect(office).toHaveURL(/\/zebrane\?info=taken-out-of-basket/);
    await expect(office.locator('#skutki')).toContainText('trzydzieści');
    await expect(office.locator('#skutki')).toContainText('czternastu');
    if (javaScriptEnabled) await expectGoodPage(office);

    // A page that was opened before somebody changed a ruling releases nothing, and says what has changed.
    const other = await newPage({ javaScriptEnabled: false });
    await signIn(other, official, demoPassword);
    await collect(other, slug, report, 'not-accepted');
    await office.locator('button[value=release]').click();
    await expect(office.locator('main')).toContainText(`Zmieniły się stanowiska wobec uwag nr ${report}.`);
    await office.locator('button[value=release]').click();
    await expect(office).toHaveURL(/\/zebrane\?info=rulings-released/);
    await expect(office.locator('main')).toContainText('Nie ma zebranych stanowisk');

    await reader.goto(`/konsultacje/${slug}/uwagi/${longer}`);
    await expect(reader.locator('main')).toContainText(`Powód stanowiska ${longer}.`);
    await reader.goto(`/konsultacje/${slug}/wersje`);
    await expect(reader.locator('.version-rows > li')).toHaveCount(2);
    await anna.goto(`/konsultacje/${slug}/uwagi/${shorter}`);
    await expect(anna.locator('main')).not.toContainText('Powód stanowiska');
  });
}
