/** Journeys through a consultation of their own: a small text is published, and a resident proposes other words. */
import { expect, type Page } from './e2e.ts';

/** The text of an act with one § for each of these sentences. */
export function actOf(words: readonly string[]): string {
  return `Uchwała w sprawie zasad\n\n${words.map((text, at) => `§ ${at + 1}. ${text}`).join('\n\n')}\n`;
}

/** As an official: reads the text in, publishes it and gives its address. */
export async function publishText(
  page: Page,
  { source, title, summary }: { source: string; title: string; summary: string },
): Promise<string> {
  await page.goto('/urzad/import');
  await page.locator('[name=text]').fill(source);
  await page.getByRole('button', { name: /Wczytaj|Rozpoznaj|Czytaj/ }).click();
  await expect(page).toHaveURL(/\/urzad\/import\/[0-9a-f-]+$/);
  await page.goto(`${new URL(page.url()).pathname}/publikacja`);
  await page.locator('[name=title]').fill(title);
  await page.locator('[name=summary]').fill(summary);
  await page.locator('main form button[type=submit]').last().click();
  await expect(page).toHaveURL(/\/konsultacje\/[^/]+\/projekt/);
  return new URL(page.url()).pathname.split('/')[2]!;
}

/** From the words of a form over the signature and the answers to be checked: each is a page of its own. */
export async function sendOnline(page: Page): Promise<void> {
  for (const step of ['person', 'check', 'file'])
    await page.locator(`button[name=intent][value=${step}]`).first().click();
}

/** Proposes other words for a provision and gives the number of the remark. */
export async function amend(page: Page, slug: string, code: number, text: string, reason: string): Promise<number> {
  await page.goto(`/konsultacje/${slug}/j/${code}/poprawka`);
  await page.locator('[name=text], [name^="text-"]').first().fill(text);
  await page.locator('[name=reason], [name^="reason-"]').first().fill(reason);
  await sendOnline(page);
  await expect(page).toHaveURL(/\/(uwagi|pisma)\/\d+/);
  return Number(/\/(\d+)(\?|$)/.exec(page.url())![1]);
}
