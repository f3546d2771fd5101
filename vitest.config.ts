// One run for every test of the workspace, in threads that share their modules.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,apps,simulators,bundles,tests,tools}/**/*.{test,test-prop}.ts'],
    exclude: ['**/node_modules/**'],
    pool: 'threads',
    isolate: false,
    // Vitest leaves one core free for itself, which on two cores means one test file at a time.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
