import { pathToFileURL } from 'node:url';
import { expect, expectGoodPage, test } from '#tests/setup/e2e.ts';

for (const [path, lang] of [
  ['/', 'pl'],
  ['/en', 'en'],
] as const) {
  test(`the front page at ${path} is good to read at every width, light and dark`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page).toHaveTitle(/Paragraf/);
    await expectGoodPage(page);
  });

  test(`the front page at ${path} says everything without scripts`, async ({ newPage }) => {
    const [bare, scripted] = [await newPage({ javaScriptEnabled: false }), await newPage()];
    await bare.goto(path);
    await scripted.goto(path);
    expect(await bare.locator('body').innerText()).toBe(await scripted.locator('body').innerText());
  });
}

for (const path of ['/logowanie', '/en/logowanie']) {
  test(`the sign-in page at ${path}, with the demonstration accounts, fits every width`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByText('urzad@jurowice.example')).toBeVisible();
    await expectGoodPage(page);
  });
}

for (const [path, words] of [
  ['/nie-ma-takiej', /Nie ma takiej strony/],
  ['/en/no-such-page', /./],
  ['/konsultacje/%E0%A4%A', /./],
] as const) {
  test(`an unknown address ${path} is a page that gives nothing away`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBeGreaterThanOrEqual(400);
    expect(response?.status()).toBeLessThan(500);
    const body = await page.locator('body').innerText();
    expect(body).toMatch(words);
    expect(await page.content()).not.toMatch(/\bat \S+ \(|node_modules|\.tsx?:\d|AppError|\bError:/);
  });
}

test('an unknown page passes axe on a phone and on a desk', async ({ page }) => {
  await page.goto('/nie-ma-takiej');
  await expectGoodPage(page);
});

test('each language links to the same page in the other', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'English' }).first().click();
  await expect(page).toHaveURL(/\/en$/);
  await page.getByRole('link', { name: 'Polski' }).first().click();
  await expect(page).toHaveURL((url) => url.pathname === '/');
});

test('a public page is answered with 304 to whoever has it, and never to a signed-in reader', async ({ app }) => {
  const first = await fetch(`${app.baseUrl}/`);
  const etag = first.headers.get('ETag') ?? '';
  expect(etag).toMatch(/^W\/"/);
  expect(first.headers.get('Cache-Control')).toBe('public, no-cache');
  const again = await fetch(`${app.baseUrl}/`, { headers: { 'If-None-Match': etag } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
  const other = await fetch(`${app.baseUrl}/en`, { headers: { 'If-None-Match': etag } });
  expect(other.status).toBe(200);
  const personal = await fetch(`${app.baseUrl}/`, { headers: { 'If-None-Match': etag, Cookie: 'paragraf_session=x' } });
  expect(personal.status).toBe(200);
  expect(personal.headers.get('Cache-Control')).toMatch(/no-store/);
});

test('the second answer, from the cache, is the first one byte for byte', async ({ app }) => {
  const [one, two] = [await fetch(`${app.baseUrl}/?kopia`), await fetch(`${app.baseUrl}/?kopia`)];
  expect(await two.text()).toBe(await one.text());
  expect(two.headers.get('Content-Security-Policy')).toBe(one.headers.get('Content-Security-Policy'));
});

test('a form from another site is refused', async ({ app }) => {
  const response = await fetch(`${app.baseUrl}/logowanie`, {
    method: 'POST',
    headers: { Origin: 'https://example.org' },
    body: new URLSearchParams({ a: 'b' }),
  });
  expect(response.status).toBe(403);
});

test('pages and program are one: each module stands in the process once, and comes from the build', async ({
  page,
  app,
}) => {
  await page.goto('/oceny');
  const root = pathToFileURL(process.cwd()).href;
  const ours = (await app.loaded())
    .filter((url) => url.startsWith(root))
    .map((url) => url.slice(root.length))
    .filter((path) => !path.startsWith('/node_modules/'));
  expect(ours.filter((path) => path.startsWith('/build/server/')).length).toBeGreaterThan(5);
  expect(ours.filter((path, at) => ours.indexOf(path) !== at)).toEqual([]);
  expect(ours.filter((path) => path.startsWith('/app/') || path.endsWith('.ts'))).toEqual([]);
});
