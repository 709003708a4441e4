/** Finds a Chromium: the one named by CHROMIUM_PATH, the system's, else the one of the package @sparticuz/chromium. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';

export type BrowserProgram = { executablePath: string; args: string[] };

// The shell has no window of its own to draw: a page costs it about a third.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];
const elsewhere = [
  '/usr/bin',
  '/snap/bin',
  '/opt/google/chrome',
  '/Applications/Chromium.app/Contents/MacOS',
  '/Applications/Google Chrome.app/Contents/MacOS',
];
const macNames = ['Chromium', 'Google Chrome'];

/** Nothing but this machine is reachable, and nothing happens behind a test's back. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

export async function findBrowser(): Promise<BrowserProgram> {
  // Chromium's sandbox refuses root.
  const args = process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet;
  const named = process.env.CHROMIUM_PATH;
  if (named && !isProgram(named)) throw new Error(`CHROMIUM_PATH is ${named}, which is not a program`);
  const executablePath = named ?? systemBrowser();
  return executablePath ? { executablePath, args } : packageBrowser(args);
}

/** A running Chromium, for scripts outside the browser tests; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await findBrowser());
}

function systemBrowser(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...elsewhere].filter(Boolean);
  return folders.flatMap((folder) => [...names, ...macNames].map((name) => join(folder, name))).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) return false;
    throw error;
  }
}

async function packageBrowser(args: string[]): Promise<BrowserProgram> {
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return { executablePath: await packaged.executablePath(), args: [...packaged.args, ...args] };
  } catch (cause) {
    throw new Error(
      'no Chromium for the browser tests: install one (Debian: apt-get install chromium), name one in CHROMIUM_PATH, or run npm ci with development packages',
      { cause },
    );
  }
}
