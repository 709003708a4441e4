import { demoPassword } from '#app/people/demo/accounts.ts';
import { expect, expectGoodPage, follow, signIn, test } from '#tests/setup/e2e.ts';

const slug = 'zasady-konsultacji-z-mieszkancami';

test('the interface says over HTTP what it promises: shared reading, limits, unchanged answers, problems', async ({
  app,
}) => {
  const first = await fetch(`${app.baseUrl}/api/v1/consultations?limit=1`, {
    headers: { Origin: 'https://example.org' },
  });
  expect(first.status).toBe(200);
  expect(first.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(first.headers.get('RateLimit-Policy')).toMatch(/^"read";q=\d+;w=60$/);
  const left = (response: Response) => Number(/r=(\d+)/.exec(response.headers.get('RateLimit') ?? '')?.[1]);
  const again = await fetch(first.url, { headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } });
  expect(again.status).toBe(304);
  // An answer from the cache counts too, and tells its own number.
  expect(left(again)).toBeLessThan(left(first));
  const missing = await fetch(`${app.baseUrl}/api/v1/consultations/nie-ma?lang=en`);
  expect([missing.status, missing.headers.get('Content-Type')]).toEqual([
    404,
    'application/problem+json; charset=utf-8',
  ]);
  expect(await missing.json()).toMatchObject({
    code: 'not-found',
    instance: '/api/v1/consultations/nie-ma',
    type: expect.stringMatching(/^http:\/\/localhost:\d+\/api#problem-not-found$/),
  });
  const asked = await fetch(`${app.baseUrl}/api/v1/consultations`, {
    method: 'OPTIONS',
    headers: { Origin: 'https://example.org', 'Access-Control-Request-Method': 'GET' },
  });
  expect([asked.status, asked.headers.get('Access-Control-Allow-Methods')]).toEqual([204, 'GET, HEAD']);
  const big = await fetch(`${app.baseUrl}/api/v1/consultations/${slug}/remarks`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain' },
    body: 'x',
  });
  expect(big.status).toBe(401);
  expect(await (await fetch(`${app.baseUrl}/api/v1/openapi.json`)).json()).toMatchObject({ openapi: '3.1.0' });
});

test('pages name their feeds, their picture and their address for other sites, and the files are there', async ({
  app,
  page,
}) => {
  await page.goto(`/konsultacje/${slug}`);
  const hrefs = await page
    .locator('head link[rel="alternate"][type]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(hrefs).toHaveLength(3);
  for (const href of hrefs) expect((await fetch(app.baseUrl + href)).status, href).toBe(200);
  const picture = new URL((await page.locator('meta[property="og:image"]').getAttribute('content')) ?? '');
  expect((await fetch(app.baseUrl + picture.pathname)).headers.get('Content-Type')).toBe('image/png');
  expect(JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')).toMatchObject({
    '@type': 'Legislation',
  });
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', new RegExp(`/konsultacje/${slug}$`));
  const card = (await (await fetch(`${app.baseUrl}/api/v1/editions`)).json()) as {
    items: { links: { scores: string } }[];
  };
  const scores = (await (await fetch(app.baseUrl + new URL(card.items[0]!.links.scores).pathname)).json()) as {
    items: { url: string }[];
  };
  await page.goto(new URL(scores.items[0]!.url).pathname);
  const social = new URL((await page.locator('meta[property="og:image"]').getAttribute('content')) ?? '');
  expect((await fetch(app.baseUrl + social.pathname)).headers.get('Content-Type')).toBe('image/png');
  const oembed = new URL((await page.locator('link[type="application/json+oembed"]').getAttribute('href')) ?? '');
  expect(await (await fetch(app.baseUrl + oembed.pathname + oembed.search)).json()).toMatchObject({ type: 'rich' });
});

test('the pages about open data are good to read', async ({ page }) => {
  for (const path of ['/api', `/en/konsultacje/${slug}/pobierz`]) {
    await page.goto(path);
    await expectGoodPage(page);
  }
});

const types: Record<string, RegExp> = {
  PDF: /^application\/pdf/,
  TXT: /^text\/plain/,
  XML: /^application\/akn\+xml/,
  CSV: /^text\/csv; charset=utf-8/,
  CSVW: /^application\/csvm\+json/,
  JSON: /^application\/json/,
  DOCX: /wordprocessingml/,
  XLSX: /spreadsheetml/,
  ATOM: /^application\/atom\+xml/,
  ICS: /^text\/calendar/,
  SVG: /^image\/svg/,
  PNG: /^image\/png/,
  HTML: /^text\/html/,
  'JSON-LD': /^application\/ld\+json/,
  TTL: /^text\/turtle/,
};

test('each thing lists its forms, and every form is there in the form it is called', async ({ app, page }) => {
  test.setTimeout(900_000);
  const read = async <T>(path: string) => (await (await fetch(app.baseUrl + path)).json()) as T;
  const edition = (
    await read<{ items: { slug: string; methodology: { key: string; version: string } }[] }>('/api/v1/editions')
  ).items[0]!;
  const score = (await read<{ items: { url: string }[] }>(`/api/v1/editions/${edition.slug}/scores`)).items[0]!;
  const { key, version } = edition.methodology;
  const things = [
    [`/konsultacje/${slug}`, 'Pobierz'],
    [`/konsultacje/${slug}/wersje/2`, 'Pobierz'],
    [`/konsultacje/${slug}/raport`, 'Wszystkie formaty'],
    [new URL(score.url).pathname, 'Wszystkie formaty'],
    [`/oceny/${edition.slug}`, 'Pobierz'],
    [`/metodyka/${key}/${version}`, 'Wszystkie formaty'],
    ['/gminy/9901013', 'Pobierz'],
  ] as const;
  for (const [path, name] of things) {
    await page.goto(path);
    const href = await page.getByRole('main').getByRole('link', { name, exact: true }).first().getAttribute('href');
    await page.goto(href ?? '');
    await expect(page.getByRole('heading', { level: 1, name: 'Pobierz' })).toBeVisible();
    await expectEveryForm(
      app.baseUrl,
      await page
        .locator('main .rows a')
        .evaluateAll((all) =>
          all.map((each) => ({ href: each.getAttribute('href') ?? '', words: each.textContent ?? '' })),
        ),
    );
  }
  await expectGoodPage(page);
});

async function expectEveryForm(origin: string, links: { href: string; words: string }[]): Promise<void> {
  expect(links.length).toBeGreaterThan(2);
  for (const { href, words } of links) {
    const response = await fetch(origin + href);
    expect([response.status, href]).toEqual([200, href]);
    const extension = (/, ([A-Z-]+)$/.exec(words) ?? /^(?:Skoroszyt )?(XLSX|CSV) /.exec(words))?.[1] ?? '';
    expect(response.headers.get('Content-Type'), `${words} ${href}`).toMatch(types[extension] ?? /^$/);
    // Spreadsheets read Polish letters after a byte order mark alone.
    if (extension === 'CSV')
      expect(
        Buffer.from(await response.arrayBuffer())
          .subarray(0, 3)
          .toString('hex'),
        href,
      ).toBe('efbbbf');
  }
}

test('the page of a report for print has every line and no parts', async ({ page }) => {
  await page.goto(`/konsultacje/${slug}/raport?druk=1`);
  const [, from, upTo, total] =
    /Poz\.\s(\d+)–(\d+)\sz\s(\d+)/.exec((await page.locator('main').textContent()) ?? '') ?? [];
  expect([from, upTo]).toEqual(['1', total]);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
});

test('a resident makes a token without scripts, files with it by a program, and revokes it', async ({
  app,
  newPage,
}) => {
  const page = await newPage({ javaScriptEnabled: false });
  await signIn(page, 'anna@jurowice.example', demoPassword);
  await page.goto('/konto/zetony');
  await page.getByLabel('Do czego').fill('skrypt');
  await page.getByLabel('Zgłaszanie uwag').check();
  await page.getByRole('button', { name: 'Utwórz token' }).click();
  const token = (await page.locator('#zeton').textContent()) ?? '';
  const send = () =>
    fetch(`${app.baseUrl}/api/v1/consultations/${slug}/remarks`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Idempotency-Key': 'e2e-pismo-1',
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ points: [{ reason: 'Uwaga z programu.' }] }),
    });
  const [one, two] = [await send(), await send()];
  expect([one.status, two.status]).toEqual([201, 201]);
  const receipt = (await one.json()) as { remarks: { url: string }[] };
  expect(await two.json()).toEqual(receipt);
  await page.goto(new URL(receipt.remarks[0]!.url).pathname);
  await expect(page.getByText('Uwaga z programu.').first()).toBeVisible();
  await page.goto('/konto/zetony');
  await expect(page.getByText(token)).toHaveCount(0);
  await follow(page, page.getByRole('button', { name: /Unieważnij/ }));
  expect((await send()).status).toBe(401);
});

test('an official connects an address and sees in the log why it cannot be reached', async ({ newPage }) => {
  const page = await newPage();
  await signIn(page, 'urzad@jurowice.example', demoPassword);
  await page.goto('/urzad/powiadomienia');
  await page.getByLabel('Adres', { exact: true }).fill('http://127.0.0.1:9/');
  await page.getByLabel(/Wpłynęła uwaga/).check();
  await page.getByRole('button', { name: 'Dodaj adres' }).click();
  await expect(page.getByText('Ten adres prowadzi do sieci wewnętrznej.').first()).toBeVisible();
  await page.getByLabel('Adres', { exact: true }).fill('https://ezd.example/paragraf');
  await page.getByRole('button', { name: 'Dodaj adres' }).click();
  await expect(page.getByText('Nic jeszcze nie wysłano.')).toBeVisible();
  await expectGoodPage(page);
  await follow(page, page.getByRole('button', { name: 'Wyślij wiadomość próbną' }));
  await expect(async () => {
    await page.goto(new URL(page.url()).pathname);
    await expect(page.locator('tbody')).toContainText(/ENOTFOUND|EAI_AGAIN|not an address/, { timeout: 1_000 });
  }).toPass({ timeout: 120_000 });
});
