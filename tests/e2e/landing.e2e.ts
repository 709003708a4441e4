import { demoPassword } from '#app/people/demo/accounts.ts';
import { expect, follow, signIn, test } from '#tests/setup/e2e.ts';

const title = 'Zasady konsultacji z mieszkańcami';

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
    await page.getByLabel('Twój komentarz').fill('Dobrze.');
    await page.getByRole('button', { name: 'Dodaj komentarz' }).click();
    await expect(page.locator('#komentarze').getByText('Dobrze.')).toBeInViewport();
  });
}
