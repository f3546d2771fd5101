// One run for every test of the workspace, in threads that share their modules.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,apps,simulators,bundles,tests,tools}/**/*.{test,test-prop}.ts'],
    exclude: ['**/node_modules/**'],
    pool: 'threads',
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
