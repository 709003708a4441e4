/**
 * What a screen reader is told of the main pages: their accessibility tree as text, kept in `heard/`. A difference is read by a
 * person before it is taken over (`HEARD=write npx playwright test tests/e2e/accessibility-tree.e2e.ts`): is it named, is anything glued or said twice?
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, expectNoSideScroll, test, type Page } from '#tests/setup/e2e.ts';

const slug = 'zasady-konsultacji-z-mieszkancami';
const draft = `/konsultacje/${slug}`;
const edition = '/oceny/ocena-gmin-2025';

/** Address of each page, and the part of it that is kept; the front page stands for what is around all of them. */
const pages: Record<string, { path: string | RegExp; from?: string; part?: string }> = {
  'strona-glowna': { path: '/', part: 'body' },
  tekst: { path: `${draft}/projekt` },
  przepis: { path: /\/j\/\d+$/, from: `${draft}/projekt` },
  poprawka: { path: /\/j\/\d+\/poprawka/, from: `${draft}/projekt` },
  rejestr: { path: `${draft}/uwagi` },
  uwaga: { path: /\/uwagi\/\d+$/, from: `${draft}/uwagi` },
  raport: { path: `${draft}/raport` },
  zmiany: { path: `${draft}/zmiany` },
  edycja: { path: edition },
  karta: { path: /\/oceny\/[^/]+\/\d{7}$/, from: edition },
  wskaznik: { path: /\/wskaznik\/[^/]+$/, from: edition },
  logowanie: { path: '/logowanie' },
};

const months = 'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia';
/** What differs from day to day is left out: dates, hours, days that are left, checksums, addresses. */
const changing: readonly (readonly [RegExp, string])[] = [
  [/^\s*- \/(?:url|placeholder):.*\n/gm, ''],
  [/\u00a0/g, ' '],
  [/\b[0-9a-f]{12,64}…?/g, '#'],
  [
    new RegExp(
      `(?:(?:poniedział|wtor|śro|czwart|piąt|sobot|niedziel)\\p{L}+,? )?\\d{1,2} (?:${months})(?: \\d{4}(?: r\\.)?)?`,
      'gu',
    ),
    'DATA',
  ],
  [/\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}\.\d{2}\.\d{4}\b/g, 'DATA'],
  [/\b(?:godz\. )?\d{1,2}[.:]\d{2}(?= |,|\.|"|$|–)/gm, 'GODZINA'],
  [/\b\d+ (?:dni|dzień|godzin\p{L}*|minut\p{L}*)(?!\p{L})/gu, 'CZAS'],
  [/localhost:\d+|127\.0\.0\.1:\d+/g, 'HOST'],
];

/** Lines of a page that are kept: what comes after them repeats what stands before. */
const longest = 230;

const folder = join(import.meta.dirname, 'heard');

/** Letters of twice the size, the page as wide as before (WCAG 1.4.4 for those who change the letters alone). */
async function expectRoomForLargeLetters(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  const over = await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
    const { scrollWidth, clientWidth } = document.documentElement;
    document.documentElement.style.fontSize = '';
    return scrollWidth - clientWidth;
  });
  expect.soft(over, `side scroll with large letters: ${name}`).toBeLessThanOrEqual(0);
}

test('main pages are heard as somebody read and kept them', async ({ page }) => {
  for (const [name, { path, from, part = 'main' }] of Object.entries(pages)) {
    let address = path;
    if (from) {
      await page.goto(from);
      const hrefs = await page
        .locator('main a[href]')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      address = hrefs.map((href) => href.split(/[?#]/)[0] ?? '').find((href) => new RegExp(path).test(href)) ?? '';
      expect(address, `a link to ${String(path)} on ${from}`).not.toBe('');
    }
    await page.goto(String(address));
    const tree = await page.locator(part).ariaSnapshot();
    const heard = `${changing
      .reduce((text, [what, by]) => text.replace(what, by), `${tree}\n`)
      .split('\n')
      .slice(0, longest)
      .join('\n')
      .trimEnd()}\n`;
    const file = join(folder, `${name}.txt`);
    if (process.env.HEARD === 'write') writeFileSync(file, heard);
    await expectRoomForLargeLetters(page, name);
    await expectNoSideScroll(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    // Soft: one run names every page that is heard otherwise.
    expect.soft(heard, name).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
  }
});

/** Ways by keyboard that people go most: from an address that was just opened to what they came for. */
const ways: { way: string; path: string; to: string; skip?: string }[] = [
  {
    way: 'a draft → its first provision',
    path: `${draft}/projekt`,
    to: '#tekst a[href*="/j/"]',
    skip: 'Przejdź do tekstu projektu',
  },
  {
    way: 'the register of remarks → its first remark',
    path: `${draft}/uwagi`,
    to: 'table a[href*="/uwagi/"]',
    skip: 'Przejdź do tabeli uwag',
  },
  {
    way: 'an edition → sorting by score',
    path: edition,
    to: '#wyniki thead th:nth-child(2) a',
    skip: 'Przejdź do tabeli wyników',
  },
  { way: 'an edition → the first scorecard', path: edition, to: '#wyniki tbody a', skip: 'Przejdź do tabeli wyników' },
  {
    way: 'a form for a remark → its first field',
    path: `${draft}/uwagi/nowa`,
    to: 'main form :is(input, select, textarea):not([type="hidden"])',
    skip: 'Przejdź do treści',
  },
  { way: 'signing in → the button', path: '/logowanie', to: 'main form button', skip: 'Przejdź do treści' },
];

/** How often Tab is pressed until what `selector` names first has the focus. */
async function presses(page: Page, selector: string, most: number): Promise<number> {
  for (let count = 1; count <= most; count += 1) {
    await page.keyboard.press('Tab');
    const isThere = await page.evaluate(
      (name) => document.activeElement !== null && document.activeElement === document.querySelector(name),
      selector,
    );
    if (isThere) return count;
  }
  throw new Error(`${selector} is not reached by ${most} presses of Tab on ${page.url()}`);
}

test('what people come for is reached by as few presses of Tab as README says', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const rows = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8').split('\n');
  for (const { way, path, to, skip } of ways) {
    await page.goto(path);
    const straight = await presses(page, to, 250);
    await page.goto(path);
    let least = straight;
    if (skip) {
      const link = await page.evaluate((name) => {
        const found = [...document.querySelectorAll('a.skip')].find((each) => each.textContent === name);
        found?.setAttribute('data-way', '');
        return found !== undefined;
      }, skip);
      expect(link, `${skip} on ${path}`).toBe(true);
      const before = await presses(page, '[data-way]', 10);
      await page.keyboard.press('Enter');
      least = before + (await presses(page, to, 60));
    }
    // Soft: one run names every row that is not so.
    expect.soft(`| ${way} | ${straight} | ${least} |`).toBe(rows.find((row) => row.startsWith(`| ${way} |`)));
  }
});
