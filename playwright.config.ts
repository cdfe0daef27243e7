import { defineConfig } from '@playwright/test';

/** What listens in real time: these come last, when fewer apps start beside them. */
const SOUND = ['audio', 'hearing-profile', 'robot-listener', 'room-noise'].map(
  (name) => `**/${name}.spec.ts`,
);

/** End-to-end tests drive the built app; scripts/test.ts stages it and provides runtime and desktop. */
export default defineConfig({
  testDir: 'e2e',
  // Each with a desktop, a keyring and a sound sink of its own. Most of a test is waiting, so two share two cores well.
  workers: 2,
  projects: [
    { name: 'app', testIgnore: ['**/*.unit.spec.ts', ...SOUND] },
    { name: 'sound', testMatch: SOUND },
  ],
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  // A trace or video would hold what a person typed; screenshots are taken where a test asks for them.
  use: { trace: 'off', video: 'off', screenshot: 'off' },
  outputDir: 'test-results',
});
