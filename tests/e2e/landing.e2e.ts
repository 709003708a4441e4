import { demoPassword } from '#app/people/demo/accounts.ts';
import { expect, expectNoAxeFindings, follow, signIn, test, type Page } from '#tests/setup/e2e.ts';

const title = 'Zasady konsultacji z mieszkańcami';

/** What this browser keeps of words that were typed. */
const copiesIn = (page: Page): Promise<string> =>
  page.evaluate(() =>
    Object.entries(window.localStorage)
      .filter(([key]) => key.startsWith('paragraf-copies:'))
      .join(),
  );

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';

  test(`a preview, a complaint and a saved comment have the focus and are in sight, ${how} scripts`, async ({
    newPage,
  }) => {
    const page = await newPage({ javaScriptEnabled, viewport: { width: 360, height: 640 } });
    await signIn(page, 'anna@jurowice.example', demoPassword);
    await page.goto('/konsultacje');
    await follow(page, page.getByRole('link', { name: title }).first());
    const address = new URL(page.url()).pathname;

    await page.goto(`${address}/j/4/poprawka`);
    await page.getByRole('button', { name: 'Pokaż zmianę' }).click();
    const complaints = page.locator('#form-errors');
    await expect(complaints).toBeFocused();
    await expect(complaints).toBeInViewport();

    const field = page.getByLabel('Brzmienie po zmianie');
    await field.fill(`${await field.inputValue()} Zawsze.`);
    await page.getByRole('button', { name: 'Pokaż zmianę' }).click();
    const preview = page.locator('#h-podglad');
    await expect(preview).toBeFocused();
    await expect(preview).toBeInViewport();

    await page.goto(`${address}/j/4/komentarz`);
    await page.getByRole('button', { name: 'Dodaj komentarz' }).click();
    await expect(complaints).toBeFocused();
    const comment = page.getByLabel('Twój komentarz');
    await comment.fill('Dobrze.');
    if (javaScriptEnabled) {
      // Left without sending: a copy is offered, in the other language too, and put in by the reader alone.
      await page.goto(`/en${address}/j/4/komentarz`);
      await expect(page.getByText('On this device there is unsent text')).toBeVisible();
      await page.goto(`${address}/j/4/komentarz`);
      await expect(comment).toHaveValue('');
      await page.getByRole('button', { name: 'Wstaw', exact: true }).click();
      await expect(comment).toHaveValue('Dobrze.');
      await expect(comment).toBeFocused();
      expect(await copiesIn(page)).toContain('Dobrze.');
      await expectNoAxeFindings(page);
    }
    await page.getByRole('button', { name: 'Dodaj komentarz' }).click();
    await expect(page.locator('#komentarze').getByText('Dobrze.')).toBeInViewport();
    if (!javaScriptEnabled) return;
    await expect.poll(() => copiesIn(page)).not.toContain('Dobrze.');
    // The session ends in four minutes, says the server: its end is foretold, and a button puts it off without leaving the page.
    await page.route('**/konto/sesja.json', (route) => route.fulfill({ json: { seconds: 240, most: 9000 } }));
    await page.goto(`${address}/j/4/komentarz`);
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expect(page.getByText('Sesja skończy się za mniej niż 5 minut.')).toBeVisible();
    await comment.fill('Znowu coś.');
    await page.getByRole('button', { name: 'Przedłuż sesję' }).click();
    await expect(page.getByText('Sesja trwa dalej.')).toBeVisible();
    await expect.poll(() => copiesIn(page)).toContain('Znowu coś.');
    await page
      .locator('form[action$="/wyloguj"]')
      .first()
      .evaluate((form: HTMLFormElement) => form.requestSubmit());
    await expect(page.getByText('Wylogowano')).toBeVisible();
    expect(await copiesIn(page)).toBe('');
  });
}
