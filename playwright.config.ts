import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/setup/browser.ts';

const browser = await findBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  globalSetup: './tests/setup/e2e-build.ts',
  workers: 2,
  // Wide, for a busy machine: a test that hangs still ends.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: {
    launchOptions: browser,
    locale: 'pl-PL',
    timezoneId: 'Europe/Warsaw',
    actionTimeout: 60_000,
    screenshot: 'only-on-failure',
  },
});
