import { defineConfig } from 'vite'
import { shell } from './build/shell.ts'
import { buildOptions } from './vite.config.ts'

/** The app without any drills, which `drills site` serves together with the package of a corpus. */
export default defineConfig({
  base: './',
  plugins: [shell()],
  publicDir: false,
  build: {
    ...buildOptions,
    outDir: 'shell',
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
})
