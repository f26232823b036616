import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Much of the time is spent waiting for other programs, so that each core can have a file.
    maxWorkers: '100%',
    // Real scans, browsers and playbooks take their time on a small machine.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    reporters: ['default', ['json', { outputFile: 'test-results/report.json' }]],
  },
});
