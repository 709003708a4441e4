/**
 * `npm run screenshots`: starts the program on a database of its own with the demonstration set and makes the pictures of
 * the README. `npm run screenshots -- look FOLDER PATH…` takes any pages at phone and desktop width in both themes.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from '#tests/setup/browser.ts';

const root = dirname(import.meta.dirname);
const port = Number(process.env.PORT ?? 3990);
const base = process.env.BASE_URL ?? `http://localhost:${port}`;

async function withServer(work: () => Promise<void>): Promise<void> {
  if (process.env.BASE_URL) return work();
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-'));
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PORT: String(port), PARAGRAF_DATA: folder },
  });
  try {
    await ready();
    await work();
  } finally {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ready(): Promise<void> {
  for (let second = 0; second < 180; second += 1) {
    const answer = await fetch(`${base}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error('the program did not start');
}

type Shot = { path: string; file: string; width: number; dark?: boolean; full?: boolean };

async function shoot(browser: Browser, shot: Shot): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: shot.width, height: shot.width < 600 ? 844 : 900 },
    colorScheme: shot.dark ? 'dark' : 'light',
    locale: 'pl-PL',
  });
  const page = await context.newPage();
  if (process.env.SIGN_IN) await signIn(page, process.env.SIGN_IN);
  await page.goto(base + shot.path);
  await page.screenshot({ path: shot.file, fullPage: shot.full ?? false });
  await context.close();
}

async function signIn(page: Page, who: string): Promise<void> {
  const [email = '', password = ''] = who.split(' ');
  await page.goto(`${base}/logowanie`);
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(password);
  await page.locator('main button[type=submit]').first().click();
  await page.waitForLoadState();
}

const [mode, folder = '', ...paths] = process.argv.slice(2);
await withServer(async () => {
  const browser = await chromium.launch(await findBrowser());
  if (mode === 'look') {
    mkdirSync(folder, { recursive: true });
    for (const path of paths) {
      const name = path.replace(/\W+/g, '_') || 'front';
      for (const width of [390, 1280]) {
        for (const dark of [false, true]) {
          await shoot(browser, {
            path,
            width,
            dark,
            full: true,
            file: join(folder, `${name}-${width}${dark ? '-dark' : ''}.png`),
          });
        }
      }
    }
  } else {
    const out = join(root, 'public/screenshots');
    mkdirSync(out, { recursive: true });
    await shoot(browser, { path: '/', width: 1280, file: join(out, 'front.png') });
  }
  await browser.close();
});
