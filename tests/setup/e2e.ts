/** What browser tests start from: `test` with a running program, pages with and without scripts, and checks every page must pass. */
import { expect, test as base, type BrowserContextOptions, type Locator, type Page } from '@playwright/test';
import { startApp, type AppOptions, type AppServer } from './app-server.ts';
import { axeFindings } from './axe.ts';

export { expect };
export type { Page };

type PerTest = {
  /** A page in a browser of its own: nobody is signed in. `javaScriptEnabled: false` for readers without scripts. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
};
type PerWorker = { appOptions: AppOptions; app: AppServer };

/** One running program per worker; `test.use({ appOptions: { empty: true } })` gives a file another one. */
export const test = base.extend<PerTest, PerWorker>({
  appOptions: [{}, { scope: 'worker', option: true }],
  app: [
    async ({ appOptions }, use) => {
      const app = await startApp(appOptions);
      await use(app);
      await app.stop();
    },
    { scope: 'worker', timeout: 500_000 },
  ],
  baseURL: ({ app }, use) => use(app.baseUrl),
  newPage: async ({ app, browser }, use) => {
    const open: Page[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({
        baseURL: app.baseUrl,
        locale: 'pl-PL',
        timezoneId: 'Europe/Warsaw',
        ...options,
      });
      const page = await context.newPage();
      open.push(page);
      return page;
    });
    for (const page of open) await page.context().close();
  },
});

/** Widths every page is looked at: a phone and a desk. */
export const widths = { phone: 390, desk: 1280 } as const;

/**
 * axe-core finds nothing on the page as it stands; with `rules` only those are asked. The message names rule, element and why.
 */
export async function expectNoAxeFindings(page: Page, rules?: string[]): Promise<void> {
  const findings = await axeFindings(page, rules);
  // Soft: one run names what every page of a journey lacks.
  expect.soft(findings, `axe on ${page.url()} at ${page.viewportSize()?.width} px`).toEqual([]);
}

/** Nothing sticks out to the side, down to 320 px (WCAG 1.4.10). Leaves the width at 320. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  const { content, view } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    view: document.documentElement.clientWidth,
  }));
  expect(content, `width of ${page.url()} in a window of ${view} px`).toBeLessThanOrEqual(view);
}

/** What differs on a phone: sizes of what a finger has to meet, and parts that stand only there. */
const phoneRules = ['target-size', 'scrollable-region-focusable', 'aria-hidden-focus', 'link-name', 'button-name'];

/**
 * What every page of a journey has to pass: the whole of axe once, on a desk; on a phone what a width changes, in the dark
 * what a colour changes; and no scrolling sideways.
 */
export async function expectGoodPage(page: Page): Promise<void> {
  const before = page.viewportSize();
  // Without motion the colours of the other scheme are there at once: axe must not measure them half way.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: widths.desk, height: 900 });
  await expectNoAxeFindings(page);
  await expectGoodOnPhone(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expectNoAxeFindings(page, ['color-contrast']);
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  await expectNoSideScroll(page);
  if (before) await page.setViewportSize(before);
}

/** What a narrow window changes. Leaves the width of a phone. */
export async function expectGoodOnPhone(page: Page): Promise<void> {
  await page.setViewportSize({ width: widths.phone, height: 900 });
  await expectNoAxeFindings(page, phoneRules);
}

/**
 * Clicks what leads to another document (a link, the button of a form) and waits until that document is there. A step that
 * does not look at the next page needs this: going on at once may break the request off before the program has it.
 */
export async function follow(page: Page, target: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), target.click()]);
}

/** Signs in through the form, as a person does. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/logowanie');
  await page.locator('main input[type="email"], main input[name="email"]').first().fill(email);
  await page.locator('main input[type="password"]').first().fill(password);
  await page
    .locator('main form')
    .filter({ has: page.locator('input[type="password"]') })
    .locator('button[type="submit"], button:not([type])')
    .first()
    .click();
  await expect(page, 'signing in leads away from the form').not.toHaveURL(/\/logowanie/);
}

/**
 * Address (path and query) of the last link of our site in the newest mail to `to`, read on the mailbox page, which the
 * demonstration has. Waits a while: mails may be sent after the answer.
 */
export async function lastMailLink(page: Page, to: string): Promise<string> {
  let link: string | null = null;
  await expect(async () => {
    await page.goto('/skrzynka');
    const mail = page
      .locator('main')
      .locator('li, tr, article')
      .filter({ hasText: to })
      .filter({ has: page.locator('a[href*="/skrzynka/"]') })
      .first();
    await expect(mail.first()).toBeVisible({ timeout: 5_000 });
    await follow(page, mail.locator('a[href*="/skrzynka/"]').first());
    const text = await page.locator('main').innerText();
    const hrefs = await page
      .locator('main a[href]')
      .evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''));
    link = lastOwnLink(text, hrefs);
    expect(link, `a link in the newest mail to ${to}`).not.toBeNull();
  }).toPass({ timeout: 60_000 });
  return link ?? '';
}

/** Links of the mail itself: written-out addresses first, else what the page links to outside the mailbox. */
function lastOwnLink(text: string, hrefs: string[]): string | null {
  const written = [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map(([address]) => address.replace(/[.,;)]+$/, ''));
  // The closing lines of every letter name the site itself.
  const last =
    written.filter((address) => !/^\/(en)?$/.test(new URL(address).pathname)).at(-1) ??
    hrefs.filter((href) => !href.includes('/skrzynka')).at(-1);
  if (!last) return null;
  const url = new URL(last, 'http://localhost');
  return url.pathname + url.search;
}
