import { defineConfig } from 'vitest/config'
import { withoutPolicy } from './build/development.ts'
import { publishedModules } from './build/published.ts'
import { serviceWorker } from './build/service-worker.ts'

/** The prompt, the answer and the samples of a drill have the same file name, so the output needs separate folders. */
const folderOf = (module: string | null | undefined): string => {
  const match = /[\\/](prompts|drills|samples)[\\/][^\\/]+\.js$/.exec(module ?? '')
  return match?.[1] ?? 'assets'
}

/** What holds for every build of the app. */
export const buildOptions = {
  target: 'es2023',
  // `data:` URLs and the polyfill would violate the strict CSP.
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
  // Licences of bundled packages must be distributed with them.
  license: { fileName: 'licenses.md' },
}

export default defineConfig({
  // Relative URLs let the built site work in any folder of a host.
  base: './',
  plugins: [publishedModules(), serviceWorker(), withoutPolicy()],
  build: {
    ...buildOptions,
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: ({ facadeModuleId }) => `${folderOf(facadeModuleId)}/[name]-[hash].js`,
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
  server: { host: '127.0.0.1', fs: { allow: ['.', '../dist'] } },
  // A machine that is busy with something else is no failure.
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000 },
})
