import { dayOf } from '#app/i18n/dates.ts';
import { demoPassword } from '#app/people/demo/accounts.ts';
import { expect, expectGoodPage, follow, lastMailLink, signIn, test, type Page } from '#tests/setup/e2e.ts';
import { actOf, amend, publishText } from '#tests/setup/e2e-consultation.ts';

const official = 'urzad@jurowice.example';
const approver = 'zatwierdza@jurowice.example';
const words = [
  'Rada Gminy ogłasza konsultacje.',
  'Konsultacje trwają co najmniej czternaście dni i obejmują jedno spotkanie w siedzibie urzędu gminy.',
  'Raport sporządza się w terminie trzydziestu dni.',
];
const source = actOf(words);

const publish = (page: Page, title: string) =>
  publishText(page, { source, title, summary: 'Krótki tekst do sprawdzenia całej drogi uwagi.' });

async function rule(
  page: Page,
  slug: string,
  number: number,
  decision: string,
  reason: string,
  button: string,
): Promise<void> {
  await page.goto(`/urzad/konsultacje/${slug}/uwagi/${number}`);
  await page.locator(`.ruling [name=decision][value=${decision}]`).check();
  await page.locator('.ruling [name=reason]').fill(reason);
  await follow(page, page.locator(`.ruling button[name=intent][value=${button}]`));
  await expect(page.locator('#form-errors')).toHaveCount(0);
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';

  test(`near-identical amendments are grouped, one author leaves, the others are answered at once, ${how} scripts`, async ({
    newPage,
  }) => {
    test.setTimeout(900_000);
    const [office, anna, jawne, reader] = [
      await newPage({ javaScriptEnabled }),
      await newPage({ javaScriptEnabled }),
      await newPage({ javaScriptEnabled }),
      await newPage(),
    ];
    await signIn(office, official, demoPassword);
    await signIn(anna, 'anna@jurowice.example', demoPassword);
    await signIn(jawne, 'jawne@jurowice.example', demoPassword);
    const slug = await publish(office, `Grupa ${how}`);
    const longer = words[1]!.replace('czternaście', 'trzydzieści');
    const first = await amend(anna, slug, 2, longer, 'Dwa tygodnie to za mało.');
    const second = await amend(jawne, slug, 2, longer, 'Zebranie sołeckie zwołuje się dłużej.');
    await office.goto(`/urzad/konsultacje/${slug}/grupy`);
    await expect(office.locator('main')).toContainText('ten sam wniosek');
    if (javaScriptEnabled) await expectGoodPage(office);
    await office.locator('button[name=intent][value=create]').click();
    await expect(office).toHaveURL(/\/grupy\/1\?info=grouped/);
    if (javaScriptEnabled) await expectGoodPage(office);
    await jawne.goto(await lastMailLink(jawne, 'jawne@jurowice.example'));
    await expect(jawne).toHaveURL(/\/grupy\/1$/);
    if (javaScriptEnabled) await expectGoodPage(jawne);
    await jawne.getByRole('button', { name: 'Moja jest inna' }).click();
    await expect(jawne).toHaveURL(new RegExp(`/uwagi/${second}\\?info=left-group`));
    // The page the office had open names a group that is no more: nothing is written, and the new one is shown.
    await office.locator('.ruling [name=decision][value=accepted]').check();
    await office.locator('.ruling [name=reason]').fill('Słusznie, termin był za krótki.');
    await office.locator('.ruling button[name=intent][value=decide]').click();
    await expect(office.locator('main')).toContainText('Nic nie zapisano');
    await office.locator('.ruling button[name=intent][value=decide]').click();
    await expect(office).toHaveURL(/\/urzad\/konsultacje\/.*\/grupy\/1\?info=many-decided/);
    await reader.goto(`/konsultacje/${slug}/uwagi/${first}`);
    await expect(reader.locator('main')).toContainText('Słusznie, termin był za krótki.');
    await reader.goto(`/konsultacje/${slug}/uwagi/${second}`);
    await expect(reader.locator('main')).not.toContainText('Słusznie, termin był za krótki.');
  });
}

test('with four eyes one official hands in, another sends back and then approves', async ({ newPage }) => {
  test.setTimeout(900_000);
  const [office, second, anna] = [await newPage(), await newPage({ javaScriptEnabled: false }), await newPage()];
  await signIn(office, official, demoPassword);
  await signIn(second, approver, demoPassword);
  await signIn(anna, 'anna@jurowice.example', demoPassword);
  const slug = await publish(office, 'Dwie osoby');
  const number = await amend(
    anna,
    slug,
    2,
    words[1]!.replace('czternaście', 'trzydzieści'),
    'Dwa tygodnie to za mało.',
  );
  await office.goto(`/urzad/konsultacje/${slug}/ustawienia`);
  await expectGoodPage(office);
  await office.locator('[name=fourEyes]').check();
  await office.getByRole('button', { name: 'Zapisz', exact: true }).click();
  await expect(office).toHaveURL(/info=settings-saved/);
  await rule(office, slug, number, 'accepted', 'Zgoda.', 'hand-in');
  await expect(office).toHaveURL(/zrobiono=/);
  await office.goto(`/urzad/konsultacje/${slug}/uwagi/${number}`);
  await expect(office.locator('#szkice')).toContainText('czeka na zatwierdzenie');
  await expect(office.locator('button[value=approve]')).toHaveCount(0);
  await expectGoodPage(office);
  await second.goto(`/urzad/konsultacje/${slug}?stan=drafts`);
  await second.locator('[data-keys=rows] tbody a').first().click();
  await second.locator('[name=note]').fill('Napisz, dlaczego.');
  await second.locator('button[value=return]').click();
  await expect(second).toHaveURL(new RegExp(`/urzad/konsultacje/${slug}\\?stan=drafts&zrobiono=${number}$`));
  await expect(second.locator('main')).toContainText('szkic stanowiska wrócił do poprawy');
  await office.goto(`/urzad/konsultacje/${slug}/uwagi/${number}`);
  await expect(office.locator('#szkice')).toContainText('Napisz, dlaczego.');
  await rule(office, slug, number, 'accepted', 'Zgoda, bo termin był za krótki.', 'hand-in');
  await second.goto('/urzad');
  await expect(second.locator('main')).toContainText('1 szkic stanowiska do zatwierdzenia');
  await second.goto(`/urzad/konsultacje/${slug}/uwagi/${number}`);
  await expect(second.locator('main .matter .btn:not(.btn--quiet):visible')).toHaveCount(1);
  const looking = await newPage();
  await signIn(looking, approver, demoPassword);
  await looking.goto(`/urzad/konsultacje/${slug}/uwagi/${number}`);
  await expectGoodPage(looking);
  await second.locator('button[value=approve]').click();
  await expect(second).toHaveURL(new RegExp(`zrobiono=${number}`));
  await second.goto(`/konsultacje/${slug}/uwagi/${number}`);
  await expect(second.locator('main')).toContainText('Zgoda, bo termin był za krótki.');
});

test('two rivals: one is accepted, the author of the other is asked, writes anew and is accepted too', async ({
  newPage,
}) => {
  test.setTimeout(900_000);
  const [office, anna, jawne] = [await newPage(), await newPage(), await newPage({ javaScriptEnabled: false })];
  await signIn(office, official, demoPassword);
  await signIn(anna, 'anna@jurowice.example', demoPassword);
  await signIn(jawne, 'jawne@jurowice.example', demoPassword);
  const slug = await publish(office, 'Dwie poprawki');
  const first = await amend(anna, slug, 2, words[1]!.replace('czternaście', 'trzydzieści'), 'Dwa tygodnie to za mało.');
  const rival = await amend(
    jawne,
    slug,
    2,
    words[1]!.replace('czternaście', 'dwadzieścia jeden'),
    'Trzy tygodnie wystarczą.',
  );
  await office.goto(`/konsultacje/${slug}/j/2/brzmienia`);
  await expect(office.locator('.competing ins')).toHaveCount(2);
  await expectGoodPage(office);
  await office.goto(`/urzad/konsultacje/${slug}/uwagi/${first}`);
  await office.locator(`[name=z][value="${rival}"]`).check();
  await office.locator('#gdyby button[type=submit]').click();
  await expect(office.locator('#gdyby')).toContainText('Sprzeczne poprawki');
  await expectGoodPage(office);
  await rule(office, slug, first, 'accepted', 'Zgoda.', 'decide');
  await jawne.goto(await lastMailLink(jawne, 'jawne@jurowice.example'));
  await jawne.locator('[name=answer][value=rewrite]').check();
  await jawne
    .locator('[name="text-1"]')
    .fill(words[1]!.replace('czternaście', 'trzydzieści').replace('jedno spotkanie', 'dwa spotkania'));
  await jawne.locator('#odpowiedz button[type=submit]').click();
  await expect(jawne).toHaveURL(/info=remark-rewritten/);
  await rule(office, slug, rival, 'accepted', 'Dwa spotkania to dobry pomysł.', 'decide');
  await jawne.goto(`/konsultacje/${slug}/tekst`);
  await expect(jawne.locator('main')).toContainText('trzydzieści dni i obejmują dwa spotkania');
  await office.goto(`/urzad/konsultacje/${slug}`);
  await expectGoodPage(office);
});

test('twenty rulings in a row by keyboard, without leaving the desk, collected and released together', async ({
  newPage,
}) => {
  test.setTimeout(900_000);
  const page = await newPage();
  await signIn(page, official, demoPassword);
  await expect(page).toHaveURL(/\/urzad$/);
  const slug = await publish(page, 'Dwadzieścia uwag');
  const today = dayOf(new Date());
  const rows = Array.from(
    { length: 20 },
    (_, at) => `${today};Osoba ${at + 1};Prośba numer ${at + 1} o dodatkowe spotkanie.`,
  );
  await page.goto(`/urzad/konsultacje/${slug}/rejestr/import`);
  await page.locator('[name=file]').setInputFiles({
    name: 'uwagi.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['data_wplywu;zglaszajacy;tresc_uwagi', ...rows].join('\n')),
  });
  await follow(page, page.locator('button[name=intent][value=read]'));
  await follow(page, page.locator('button[name=intent][value=import]'));
  await page.goto(`/urzad/konsultacje/${slug}?stan=waiting&kolejnosc=newest`);
  await expect(page.locator('details.keys')).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  for (let number = 20; number >= 1; number -= 1) {
    await expect(page).toHaveURL(new RegExp(`/uwagi/${number}\\?stan=waiting&kolejnosc=newest`));
    await expect(page.locator('details.keys')).toBeVisible();
    if (number === 19) {
      await expect(page.locator('main')).toContainText('Cofnij się do uwagi nr 20');
      await expectGoodPage(page);
      await page.keyboard.press('j');
      await expect(page).toHaveURL(/\/uwagi\/18\?/);
      await expect(page.locator('details.keys')).toBeVisible();
      await page.keyboard.press('k');
      await expect(page).toHaveURL(/\/uwagi\/19\?/);
      await expect(page.locator('details.keys')).toBeVisible();
    }
    await page.keyboard.press('r');
    await page.keyboard.type('Spotkania są w planie, a sprawa nie wymaga zmiany projektu.');
    await page.keyboard.press('Control+Enter');
    await expect(page).toHaveURL(new RegExp(`zrobiono=${number}$`));
  }
  await expect(page).toHaveURL(/stan=waiting&kolejnosc=newest&zrobiono=1$/);
  await page.goto(`/urzad/konsultacje/${slug}?stan=collected`);
  await expect(page.locator('[data-keys=rows] tbody tr')).toHaveCount(20);
  await page.goto(`/urzad/konsultacje/${slug}/zebrane`);
  await expectGoodPage(page);
  await page.locator('button[value=release]').click();
  await expect(page).toHaveURL(/info=rulings-released/);
  await page.goto(`/urzad/konsultacje/${slug}?stan=done`);
  await expect(page.locator('[data-keys=rows] tbody tr')).toHaveCount(20);
});
