import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `vite dev` finds the API; the built dashboard is served by the API itself, from the same origin. */
const api = process.env.PERENNIAL_API ?? 'http://127.0.0.1:4000';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ['^/api/', '^/graphql$', '^/partner/', '^/healthz$', '^/readyz$', '^/charter(/|$|\\?)', '^/receipt/'].map(
        (path) => [path, { target: api, changeOrigin: false }],
      ),
    ),
  },
  // GraphiQL's editor runs in workers that import; what starts them cannot be bundled ahead, `?worker` is Vite's own word
  worker: { format: 'es' },
  optimizeDeps: { exclude: ['graphiql/setup-workers/vite', '@graphiql/react/setup-workers/vite'] },
  build: {
    rolldownOptions: {
      input: ['index.html', 'graphiql.html'].map((page) => fileURLToPath(new URL(page, import.meta.url))),
    },
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
});
