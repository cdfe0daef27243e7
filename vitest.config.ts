import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.spec.ts', 'scripts/**/*.spec.ts', 'e2e/**/*.unit.spec.ts'],
    environment: 'node',
  },
});
