import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  expect,
  expectGoodPage,
  expectNoAxeFindings,
  follow,
  lastMailLink,
  signIn,
  test,
  type Page,
} from '#tests/setup/e2e.ts';

const card = '/oceny/ocena-gmin-2025/9901013';
test.use({ appOptions: { movesTime: true } });

const lead = ['zespol@ratusz.example', 'paragraf-pokaz'] as const;

/** An edition of one municipality with one answer: enough to be released. */
async function makeEdition(page: Page, title: string): Promise<string> {
  await page.goto('/zespol/nowa-edycja?zespol=okno-na-ratusz');
  await page.locator('#f-titlePl').fill(title);
  await page.locator('#f-titleEn').fill(`${title} EN`);
  await page.locator('#f-measuredFrom').fill('2026-01-01');
  await page.locator('#f-measuredTo').fill('2026-06-30');
  await page.locator('#f-doubleShare').fill('0');
  await page.locator('#f-municipalities').fill('9901013');
  await page.locator('main form button[type="submit"]').last().click();
  await expect(page).toHaveURL(/\/zespol\/[^/]+\/gminy/);
  const slug = /\/zespol\/([^/]+)\//.exec(page.url())?.[1] ?? '';
  await page.goto(`/zespol/${slug}/9901013/T01`);
  await page.locator('input[name="answer"][value="not_assessed"]').check({ force: true });
  await page.locator('#f-reason').fill('Nie starczyło czasu.');
  await page.locator('button[name="do"][value="stay"]').click();
  await expect(page).toHaveURL(/info=coding-saved/);
  return slug;
}

/** Day and hour of a whole minute that is hours away, as a person in Poland writes them. */
function laterMinute(now: Date): { day: string; time: string; at: Date } {
  const at = new Date(Math.ceil((now.getTime() + 2 * 3_600_000) / 60_000) * 60_000);
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw', dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .split(' ');
  return { day: parts[0] ?? '', time: parts[1] ?? '', at };
}

test('an edition is released at its minute by itself; before it only a named link opens it, and the press hears of it', async ({
  newPage,
  app,
}) => {
  test.setTimeout(900_000);
  const desk = await newPage({ javaScriptEnabled: false });
  await signIn(desk, ...lead);
  const slug = await makeEdition(desk, 'Wydanie o godzinie');
  const { day, time, at } = laterMinute(app.now());
  await desk.goto(`/zespol/${slug}/publikacja`);
  await desk.locator('input[name="when"][value="at"]').check();
  await desk.locator('#f-day').fill('2020-01-01');
  await desk.locator('#f-time').fill(time);
  await desk.locator('button[value="publish"]').click();
  await expect(desk.locator('#f-day-error')).toContainText('minęła');
  await desk.locator('#f-day').fill(day);
  await desk.locator('button[value="publish"]').click();
  await expect(desk).toHaveURL(/info=release-scheduled/);
  await desk.goto(`/zespol/${slug}/embargo`);
  await desk.locator('#f-name').fill('Ewa Nowak');
  await desk.locator('#f-email').fill('ewa@glos.example');
  await desk.locator('button[value="add"]').click();
  await expect(desk).toHaveURL(/info=embargo-sent/);

  const address = `${app.baseUrl}/oceny/${slug}`;
  const reader = await newPage();
  await reader.goto(`/oceny/${slug}`);
  await expect(reader.locator('main')).toContainText('Publikacja');
  await expect(reader.locator('#wyniki')).toHaveCount(0);
  expect((await fetch(`${address}/9901013`)).status).toBe(404);
  expect((await fetch(`${address}.csv`)).status).toBe(404);
  await reader.goto(`/oceny/${slug}/prasa`);
  await reader.locator('#f-email').fill('prasa@glos.example');
  await follow(reader, reader.locator('main form button'));
  const confirm = await lastMailLink(desk, 'prasa@glos.example');
  await reader.goto(confirm);
  await follow(reader, reader.locator('main form button'));
  await expect(reader.locator('h1')).toContainText('Adres jest na liście');

  const journalist = await newPage({ javaScriptEnabled: false });
  await journalist.goto(await lastMailLink(desk, 'ewa@glos.example'));
  await expectNoAxeFindings(await asScripted(newPage, journalist.url()));
  await journalist.locator('main form button').click();
  await expect(journalist).toHaveURL(new RegExp(`/oceny/${slug}$`));
  await expect(journalist.locator('#embargo')).toContainText('Embargo do');
  const seen = await journalist.goto(`/oceny/${slug}/9901013`);
  expect([seen?.headers()['x-robots-tag'], seen?.headers()['cache-control']]).toEqual([
    'noindex, noarchive',
    'private, no-store',
  ]);
  await desk.goto(`/zespol/${slug}/embargo`);
  await expect(desk.locator('tbody details summary')).toContainText('1 raz');

  await app.passTo(new Date(at.getTime() - 30_000));
  expect((await fetch(`${address}/9901013`)).status).toBe(404);
  await app.passTo(at);
  await expect(async () => expect((await fetch(`${address}/9901013`)).status).toBe(200)).toPass({
    timeout: 120_000,
    intervals: [500],
  });
  await reader.goto(`/oceny/${slug}`);
  await expect(reader.locator('#wyniki')).toBeVisible();
  await desk.goto('/skrzynka');
  // The press, and the offices that the edition scores.
  const letters = desk.locator('main tbody tr', { hasText: 'edycja jest publiczna' });
  await expect(letters.filter({ hasText: 'prasa@glos.example' })).toHaveCount(1);
});

async function asScripted(newPage: () => Promise<Page>, url: string): Promise<Page> {
  const page = await newPage();
  await page.goto(url);
  return page;
}

type Card = {
  total: { display: string };
  indicators: { id: string; state: string; level: number; scale: { max: number } }[];
};

test('a correction is a new issue, told on the card, and the old address keeps the old card', async ({
  newPage,
  app,
}) => {
  const other = '/oceny/ocena-gmin-2025/9901082';
  const page = await newPage({ javaScriptEnabled: false });
  await signIn(page, ...lead);
  const before = await (await fetch(`${app.baseUrl}${other}.json`)).text();
  const { total, indicators } = JSON.parse(before) as Card;
  const score = total.display.replace('.', ',');
  const wrong = indicators.find((each) => each.state === 'scored' && each.level < each.scale.max);
  const { issue } = JSON.parse(await (await fetch(`${app.baseUrl}/oceny/ocena-gmin-2025.json`)).text()) as {
    issue: number;
  };
  await page.goto(`/zespol/ocena-gmin-2025/korekty?gmina=9901082&wskaznik=${wrong?.id}`);
  await page.locator(`input[name="answer"][value="${wrong?.scale.max}"]`).check();
  await page.locator('#f-reason').fill('krótko');
  await page.locator('main form').last().locator('button').click();
  await expect(page.locator('#f-reason-error')).toBeVisible();
  await page.locator('#f-reason').fill('Tekst ujednolicony był w zakładce „Prawo lokalne”, zespół go przeoczył.');
  await page.locator('main form').last().locator('button').click();
  await expect(page).toHaveURL(/zmiany\?info=change-proposed/);
  await expect(page.locator('button[value="approve"]')).toHaveCount(0);
  expect(await (await fetch(`${app.baseUrl}${other}.json`)).text()).toBe(before);
  const second = await newPage();
  await signIn(second, 'recenzja@ratusz.example', 'paragraf-pokaz');
  await second.goto('/zespol/ocena-gmin-2025/zmiany');
  await expectNoAxeFindings(second);
  await second.locator('button[value="approve"]').click();
  await expect(second).toHaveURL(/zmiany\?info=change-done/);
  await page.goto(other);
  await expect(page.locator('#korekty del')).toHaveText(`poziom ${wrong?.level}`);
  await expect(page.locator('#korekty ins')).toHaveText(`poziom ${wrong?.scale.max}`);
  await expect(page.locator('#korekty')).toContainText('Prawo lokalne');
  const reader = await newPage();
  await reader.goto(other);
  await expectGoodPage(reader);
  await reader.goto(`${other}?wydanie=${issue}`);
  await expect(reader.locator('#starsze-wydanie')).toContainText(`wydanie ${issue}`);
  await expect(reader.locator('.figure-total .n').first()).toHaveText(score);
  expect(await (await fetch(`${app.baseUrl}${other}.json?wydanie=${issue}`)).text()).toBe(before);
  await reader.locator('#starsze-wydanie a').click();
  await expect(reader).toHaveURL(new RegExp(`${other}$`));
  await expect(reader.locator('.figure-total .n').first()).not.toHaveText(score);
});

for (const javaScriptEnabled of [false, true]) {
  test(`weights are in the reader’s hands and in the address, marked wherever they count, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    newPage,
  }) => {
    const page = await newPage({ javaScriptEnabled });
    await page.goto('/oceny/ocena-gmin-2025');
    await expect(page.locator('.own-mark')).toHaveCount(0);
    await page.locator('#w-T').focus();
    await page.keyboard.press('End');
    await page.locator('#w-I').focus();
    await page.keyboard.press('Home');
    await page.locator('.reader-weights button').click();
    await expect(page).toHaveURL((url) => url.search === '?w-T=4&w-I=0');
    await expect(page.locator('.own-mark')).toHaveCount(2);
    await expect(page.locator('#wyniki caption')).toContainText('wagi czytelnika');
    await expect(page.locator('#h-finding')).toContainText('wagi czytelnika');
    // Jurowice: (4 · 58,02 + 2 · 41,67) : 6
    await expect(page.locator('#wyniki tr', { hasText: 'Jurowice' }).locator('td').first()).toHaveText('52,6');
    await page.locator('#wyniki thead a', { hasText: 'Gmina' }).click();
    await expect(page).toHaveURL(/w-T=4/);
    await page.locator('#wyniki select[name="pasmo"]').selectOption('C');
    await page.locator('#wyniki form button').click();
    await expect(page).toHaveURL(/pasmo=C/);
    await expect(page.locator('.own-mark')).toHaveCount(2);
    if (javaScriptEnabled) await expectGoodPage(page);
    await page.getByRole('link', { name: 'Wróć do wag edycji' }).click();
    await expect(page.locator('.own-mark')).toHaveCount(0);
  });
}

test('two municipalities are compared in words before numbers', async ({ page }) => {
  await page.goto('/oceny/ocena-gmin-2025');
  await page.locator('#para select[name="a"]').selectOption({ label: 'Łęgowiec' });
  await page.locator('#para select[name="b"]').selectOption({ label: 'Gajkowo Stare' });
  await page.locator('#para button').click();
  await expect(page.locator('main .places').first()).toHaveText('Łęgowiec: wynik wyraźnie wyższy niż Gajkowo Stare');
  await expectGoodPage(page);
});

test('a frame stands in a foreign page, as high as its content, and no other page can be framed', async ({
  newPage,
  app,
}) => {
  const reader = await newPage();
  await reader.goto(`${card}/I05`);
  const code = (await reader.locator('#embed-code').inputValue()).replaceAll(/https?:\/\/[^/"]+/g, app.baseUrl);
  const foreign = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="pl"><title>Gazeta</title><main><h1>Gazeta</h1>${code}<iframe id="page" title="strona" src="${app.baseUrl}${card}"></iframe></main></html>`,
    );
  });
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
  try {
    const page = await newPage();
    await page.setViewportSize({ width: 390, height: 900 });
    await page.goto(`http://localhost:${(foreign.address() as AddressInfo).port}/`);
    const frame = page.frameLocator('iframe[data-paragraf]');
    await expect(frame.locator('h1')).toContainText('Jurowice');
    await expect(frame.locator('.lvl')).toContainText('poziom 1 z 3');
    await page.locator('iframe[data-paragraf]').scrollIntoViewIfNeeded();
    await expect(async () => {
      const [outside, inside] = [
        (await page.locator('iframe[data-paragraf]').boundingBox())?.height ?? 0,
        await frame.locator('html').evaluate((html) => html.getBoundingClientRect().height),
      ];
      expect(Math.abs(outside - inside)).toBeLessThanOrEqual(2);
    }).toPass({ timeout: 60_000 });
    await expect(page.frameLocator('#page').locator('body')).not.toContainText('Jurowice');
    expect((await fetch(`${app.baseUrl}${card}`)).headers.get('Content-Security-Policy')).toContain(
      "frame-ancestors 'none'",
    );
    expect(await page.context().cookies()).toEqual([]);
    await page.locator('#page').evaluate((element) => element.remove());
    await expectNoAxeFindings(page);
  } finally {
    await new Promise((resolve) => foreign.close(resolve));
  }
});

test('the edition tells machines what it is: dataset in the page, CSVW beside the table, a catalogue', async ({
  page,
  app,
}) => {
  await page.goto('/oceny/ocena-gmin-2025');
  const dataset = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '') as {
    '@type': string;
    distribution: { contentUrl: string }[];
  };
  expect(dataset['@type']).toBe('Dataset');
  const csv = await fetch(dataset.distribution[0]?.contentUrl.replace(/^https?:\/\/[^/]+/, app.baseUrl) ?? '');
  const [, described = ''] = /<([^>]+)>; rel="describedby"/.exec(csv.headers.get('Link') ?? '') ?? [];
  const csvw = (await (await fetch(app.baseUrl + described)).json()) as {
    tableSchema: { columns: { name: string }[] };
  };
  const [head = ''] = (await csv.text()).split('\r\n');
  expect(head.replace(/^\ufeff/, '').split(',')).toEqual(csvw.tableSchema.columns.map((column) => column.name));
  const png = await fetch(`${app.baseUrl}${card}.png`);
  expect(png.headers.get('Content-Type')).toBe('image/png');
  expect(await fetch(`${app.baseUrl}/katalog.ttl`).then((answer) => answer.text())).toContain('a dcat:Catalog');
});
