import { defineConfig } from '@playwright/test';

/** End-to-end tests drive the built app; scripts/test.ts stages it and provides runtime and desktop. */
export default defineConfig({
  testDir: 'e2e',
  testIgnore: '**/*.unit.spec.ts',
  // One desktop, one keyring, two cores: side by side the tests would measure each other.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  // A trace or video would hold what a person typed; screenshots are taken where a test asks for them.
  use: { trace: 'off', video: 'off', screenshot: 'off' },
  outputDir: 'test-results',
});
