import { demoPassword } from '#app/people/demo/accounts.ts';
import { dayOf } from '#app/i18n/dates.ts';
import { expect, expectGoodPage, follow, signIn, test, type Page } from '#tests/setup/e2e.ts';
import { sendOnline } from '#tests/setup/e2e-consultation.ts';

test.use({ appOptions: { movesTime: true } });

const official = 'urzad@jurowice.example';
const act = `UCHWAŁA NR …
RADY MIEJSKIEJ W JUROWICACH
w sprawie ławek

Na podstawie art. 18 ust. 1 ustawy z dnia 8 marca 1990 r. o samorządzie gminnym uchwala się, co następuje:

§ 1. Ławki ustawia się na wniosek mieszkańców.
§ 2. Ławki naprawia się w terminie 30 dni.
§ 3. Uchwała wchodzi w życie po upływie 14 dni od dnia ogłoszenia.`;

/** Publishes the act with an end of remarks some hours after `now`; gives the slug and the end. */
async function publish(office: Page, title: string, now: Date): Promise<{ slug: string; closes: Date }> {
  await office.goto('/urzad/import');
  await office.locator('[name=text]').fill(act);
  await follow(office, office.getByRole('button', { name: /Wczytaj|Rozpoznaj|Czytaj/ }));
  await office.goto(`${new URL(office.url()).pathname}/publikacja`);
  await office.locator('[name=title]').fill(title);
  await office.locator('[name=summary]').fill('Gdzie stoją ławki i kto je naprawia.');
  const closes = new Date(Math.ceil((now.getTime() + 2 * 3_600_000) / 60_000) * 60_000);
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Warsaw',
    hour: '2-digit',
    minute: '2-digit',
  }).format(closes);
  await office.locator('[name=closesOn]').fill(dayOf(closes));
  await office.locator('[name=closesTime]').fill(time);
  await office.locator('main form button[type=submit]').last().click();
  await expect(office).toHaveURL(/\/konsultacje\/[^/]+\/projekt/);
  return { slug: new URL(office.url()).pathname.split('/')[2]!, closes };
}

async function rule(office: Page, slug: string, number: number): Promise<void> {
  await office.goto(`/urzad/konsultacje/${slug}/uwagi/${number}`);
  await office.locator('[name=decision][value=answered]').check();
  await office.locator('[name=reason]').fill('Ławka stanie przy przystanku jeszcze w tym roku.');
  await office.locator('button[name=intent][value=decide]').click();
  await expect(office).toHaveURL(new RegExp(`zrobiono=${number}`));
}

type Prepared = { office: Page; resident: Page; slug: string; closes: Date };

/** One remark is in the register; the form of a second one stays open, filled in. */
async function untilTheEnd({
  office,
  resident,
  title,
  now,
}: {
  office: Page;
  resident: Page;
  title: string;
  now: Date;
}): Promise<Prepared> {
  await signIn(office, official, demoPassword);
  await signIn(resident, 'anna@jurowice.example', demoPassword);
  const { slug, closes } = await publish(office, title, now);
  const form = `/konsultacje/${slug}/j/1/poprawka?op=none`;
  await resident.goto(form);
  await resident.locator('[name=op][value=none]').check();
  await resident.locator('textarea[name=reason]').fill('Ławka przy przystanku, telefon 501 234 567.');
  await sendOnline(resident);
  await expect(resident).toHaveURL(/\/uwagi\/1|\/pisma\/1/);
  await resident.goto(form);
  await resident.locator('[name=op][value=none]').check();
  await resident.locator('textarea[name=reason]').fill('Spóźnione słowa, których szkoda.');
  return { office, resident, slug, closes };
}

async function keepsLateWords(resident: Page): Promise<void> {
  await follow(resident, resident.locator('main form button[type=submit]').last());
  await expect(resident.locator('textarea[name=reason]')).toHaveValue('Spóźnione słowa, których szkoda.');
  await expect(resident.locator('main')).toContainText(/zakończ|zamknię|minął|skończy/i);
}

type Check = (page: Page) => Promise<void>;

async function refusedThenFinal({ office, slug }: Prepared, check: Check): Promise<void> {
  await office.goto(`/urzad/konsultacje/${slug}/raport`);
  await expect(office.locator('.blocked')).toContainText('1 uwaga');
  await check(office);
  await office.goto(`/urzad/konsultacje/${slug}/raport`);
  for (const [name, words] of Object.entries({
    legalBasis: 'art. 5a ustawy',
    aim: 'Poznanie potrzeb',
    nextSteps: 'Sesja rady w styczniu',
    preparedBy: 'Marta Bielak',
  })) {
    await office.locator(`[name=${name}]`).fill(words);
  }
  await office.locator('button[name=intent][value=save]').click();
  await expect(office.locator('.blocked li')).toHaveCount(1);

  await rule(office, slug, 1);
  await office.goto(`/urzad/konsultacje/${slug}/uwagi/1/dane`);
  await expect(office).toHaveURL(/\/urzad\/zaslanianie\/remark\//);
  await check(office);
  await office.goto(`/urzad/konsultacje/${slug}/uwagi/1/dane`);
  await follow(office, office.getByRole('link', { name: /Wstaw do pól/ }));
  await office.locator('[name=note]').fill('numer telefonu osoby prywatnej');
  await follow(office, office.getByRole('button', { name: 'Zasłoń' }));

  await office.goto(`/urzad/konsultacje/${slug}/raport`);
  await expect(office.locator('.blocked')).toHaveCount(0);
  // What was typed and not saved is saved by the step that shows everything once more.
  await office.locator('[name=approvedBy]').fill('Sekretarz gminy');
  await follow(office, office.locator('button[name=intent][value=review]'));
  await expect(office.locator('main')).toContainText('Sekretarz gminy');
  await expect(office.locator('main')).toContainText('Sesja rady w styczniu');
  await check(office);
  await office.locator('button[name=intent][value=close]').click();
  await expect(office).toHaveURL(new RegExp(`/konsultacje/${slug}/raport`));
  await check(office);
}

async function readsTheReport(reader: Page, slug: string, check: Check): Promise<void> {
  await reader.goto(`/konsultacje/${slug}/raport`);
  await expect(reader.locator('main')).toContainText('Raport nr 1 zamknięty');
  await expect(reader.locator('#uwaga-1')).toContainText('[zasłonięto: dane osobowe');
  await expect(reader.locator('#uwaga-1')).toContainText('osoba fizyczna nr 1');
  await expect(reader.locator('#uwaga-1')).toContainText('Ławka stanie przy przystanku');
  await expect(reader.locator('main')).not.toContainText('501 234 567');
  for (const kind of ['docx', 'csv', 'json'])
    expect((await reader.request.get(`/konsultacje/${slug}/raport.${kind}`)).status(), kind).toBe(200);
  await reader.goto(`/konsultacje/${slug}/zegar`);
  await expect(reader.locator('main')).toContainText('1 z 1, 100,00%');
  await check(reader);
}

test('a form left open over the end keeps its words; the report is refused, then final, with and without scripts', async ({
  newPage,
  app,
}) => {
  test.setTimeout(900_000);
  const prepared: (Prepared & { javaScriptEnabled: boolean })[] = [];
  for (const javaScriptEnabled of [true, false]) {
    const title = `Ławki ${javaScriptEnabled ? 'ze skryptami' : 'bez skryptów'}`;
    prepared.push({
      javaScriptEnabled,
      ...(await untilTheEnd({
        office: await newPage({ javaScriptEnabled }),
        resident: await newPage({ javaScriptEnabled }),
        title,
        now: app.now(),
      })),
    });
  }
  // The minute that was announced still belongs to the term.
  await app.passTo(new Date(Math.max(...prepared.map(({ closes }) => closes.getTime())) + 60_000));
  for (const one of prepared) {
    const check: Check = one.javaScriptEnabled ? expectGoodPage : async () => {};
    await keepsLateWords(one.resident);
    await refusedThenFinal(one, check);
    await readsTheReport(await newPage({ javaScriptEnabled: one.javaScriptEnabled }), one.slug, check);
  }
});
