import { defineConfig, devices } from '@playwright/test';

/** A test runs in every project, unless its title names those it is for. */
const forProject = (name: string) => new RegExp(`^(?!.*@(desktop|phone|nojs)\\b)|@${name}\\b`, 's');

const ordinary = { locale: 'pl-PL', timezoneId: 'Europe/Warsaw' };
const desktop = { ...ordinary, viewport: { width: 1280, height: 900 } };
const phone = { ...devices['Pixel 7'], ...ordinary, viewport: { width: 360, height: 740 } };

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/harness/global-product.ts',
  reporter: './scripts/testing/playwright-reporter.ts',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 150_000,
  expect: { timeout: 15_000 },
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure', actionTimeout: 20_000 },
  projects: [
    { name: 'desktop', grep: forProject('desktop'), use: desktop },
    { name: 'phone', grep: forProject('phone'), use: phone },
    { name: 'nojs', grep: forProject('nojs'), use: { ...desktop, javaScriptEnabled: false } },
  ],
});
