// How the screens are built: into files with a hash in their names, one a page, for browsers of the last years.

import { defineConfig } from 'vite';

// While one works on them: `npx vite apps/web` beside a running server.
const SERVER = 'http://127.0.0.1:8080';

export default defineConfig({
  server: { proxy: { '/api': SERVER } },
  build: {
    target: 'es2022',
    cssTarget: ['chrome123', 'safari17.5', 'firefox121'],
    // Fonts and outlines are files of their own: the policy of the page allows no data in the script.
    assetsInlineLimit: 0,
    manifest: 'assets/manifest.json',
    reportCompressedSize: false,
  },
});
