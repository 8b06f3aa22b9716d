// For src/lint, until it imports corpus-file.ts.
export { isCorpusFile as counts, readSource } from './corpus-file.ts'
