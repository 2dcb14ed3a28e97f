import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

/** Where the API is while the dashboard is developed with `vite`. */
const target = process.env.KLAXON_URL ?? 'http://127.0.0.1:8080';
/** The browser's own Host goes along: Klaxon takes changes from pages of the address that was asked for alone. */
const api = { target, changeOrigin: false };

export default defineConfig({
  plugins: [react(), compression({ algorithms: ['brotliCompress', 'gzip'], logLevel: 'silent' })],
  build: { target: 'es2023', reportCompressedSize: false, chunkSizeWarningLimit: 1_000 },
  server: { proxy: { '/api': api, '/docs': api, '/openapi.json': api, '/ready': api } },
});
