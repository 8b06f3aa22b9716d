import { defineConfig } from 'vitest/config'
import { withoutPolicy } from './build/development.ts'
import { serviceWorker } from './build/service-worker.ts'

/** Prompts and answers of one drill have the same file name: their folders keep them apart in the output as well. */
const folderOf = (module: string | null | undefined): string => {
  const match = /[\\/](prompts|drills)[\\/][^\\/]+\.js$/.exec(module ?? '')
  return match?.[1] ?? 'assets'
}

export default defineConfig({
  // Relative addresses, so that the built site works in any folder of a host.
  base: './',
  plugins: [serviceWorker(), withoutPolicy()],
  build: {
    target: 'es2023',
    // No `data:` addresses and no polyfill: neither fits a strict content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The licences of what is bundled ask to go with it.
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: ({ facadeModuleId }) => `${folderOf(facadeModuleId)}/[name]-[hash].js`,
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
  server: { host: '127.0.0.1', fs: { allow: ['.', '../dist'] } },
  test: { include: ['test/**/*.test.ts'] },
})
