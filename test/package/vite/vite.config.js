export default {
  logLevel: 'warn',
  base: './',
  // Answers that hide in source maps have to be found too.
  build: { outDir: 'out', sourcemap: true },
}
