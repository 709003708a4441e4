import { expect, expectGoodPage, expectNoAxeFindings, test, type Page } from '#tests/setup/e2e.ts';

/** What the browser complained of: errors of scripts and everything the content security policy refused. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

async function openChart(page: Page, language: string): Promise<void> {
  await page.goto(`${language}/oceny`);
  await page.locator('main a[href*="/oceny/"]').first().click();
  await page.locator('main a[href$="/wykres"]').click();
  await expect(page).toHaveURL(/\/wykres$/);
}

for (const language of ['', '/en']) {
  test(`the chart at ${language}/oceny answers to the keyboard where scripts run, without any complaint of the browser`, async ({
    page,
  }) => {
    const complaints = complaintsOf(page);
    await openChart(page, language);
    const points = page.locator('.scatter-live a.point');
    await expect(points).toHaveCount(11);
    await expect(page.locator('.scatter-still')).toHaveCount(0);
    await points.first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(points.nth(1)).toBeFocused();
    const name = await page.locator('.tip b').innerText();
    await expect(points.nth(1)).toHaveAttribute('aria-label', new RegExp(`^\\d+\\. ${name}\\. `));
    await expectNoAxeFindings(page);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
    expect(complaints).toEqual([]);
  });

  test(`the chart at ${language}/oceny is a picture with its table without scripts`, async ({ newPage }) => {
    const page = await newPage({ javaScriptEnabled: false });
    await openChart(page, language);
    await expect(page.locator('svg.scatter-still circle')).toHaveCount(11);
    await expect(page.locator('.scatter-live')).toHaveCount(0);
    await expect(page.locator('#tabela tbody tr')).toHaveCount(12);
    await page.locator('#f-y').selectOption('total');
    await page.locator('main form button').click();
    await expect(page).toHaveURL(/y=total/);
    await expect(page.locator('#f-y')).toHaveValue('total');
  });

  test(`the chart at ${language}/oceny is good to read at every width, light and dark`, async ({ page }) => {
    await openChart(page, language);
    await expect(page.locator('.scatter-live')).toBeVisible();
    await expectGoodPage(page);
  });
}

test('the picture keeps its place when the interactive one arrives', async ({ page, newPage }) => {
  const bare = await newPage({ javaScriptEnabled: false });
  await openChart(bare, '');
  await openChart(page, '');
  await expect(page.locator('.scatter-live a.point')).toHaveCount(11);
  const place = (of: Page) => of.locator('.scatter').boundingBox();
  for (const width of [390, 1280]) {
    for (const one of [bare, page]) await one.setViewportSize({ width, height: 900 });
    expect(await place(page)).toEqual(await place(bare));
  }
});

test('no other page of the scorecards loads a script', async ({ page }) => {
  await page.goto('/oceny');
  await page.locator('main a[href*="/oceny/"]').first().click();
  // The record of the data set is no script: nothing runs it.
  await expect(page.locator('script:not([type="application/ld+json"])')).toHaveCount(0);
  await expect(page.locator('link[rel="modulepreload"]')).toHaveCount(0);
});
