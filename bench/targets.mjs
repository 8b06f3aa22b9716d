/**
 * What people feel, and what keeps it so: the wall time of `of` in proportion to that of `per` in the same rounds, or
 * another figure of `of` alone; `limit` is the most that it may be. The parsers in machine code set the distance for
 * cold runs: no device that makes the code harder to read is worth closing it, while a cached run costs no more than
 * reading the files.
 */
const ratio = (job, of, per, limit) => ({ job, of, per, limit })
const cold = 'drills lint, no cache'
const warm = 'drills lint, nothing changed'
const edited = 'drills lint, one file changed'
const own = 'all drills of the repository'

export const targets = [
  ratio('start', `drills lint, ${own}`, 'node -e 0', 3),
  ratio('start', `${cold}, ${own}`, 'node -e 0', 12),
  ratio('lint-50', cold, 'node -e 0', 15),
  ratio('lint-50', warm, 'node -e 0', 3),
  ratio('lint-1000', cold, 'rumdl', 4.6),
  ratio('lint-1000', cold, 'markdownlint-cli2', 1 / 4),
  ratio('lint-1000', warm, 'read + sha256', 1.3),
  ratio('lint-1000', edited, cold, 0.35),
  ratio('lint-10000', cold, `${cold}, 1,000 drills`, 10.5),
  { job: 'lint-10000', of: cold, figure: 'peak', limit: 300 },
  ratio('build-1000', 'drills build, nothing changed', 'content-collections, nothing changed', 0.5),
  ratio('build-1000', 'drills build, one file changed', 'content-collections, nothing changed', 0.75),
  ratio('app', 'import the catalog, the drills of the repository', 'node -e 0', 1.2),
  // The loader and the drill itself.
  { job: 'app', of: 'load one drill, 10,000 drills', figure: 'modules', limit: 2 },
]

/** A typed letter: the most that its findings may take in the language server, in seconds. */
export const typedLetter = 0.1
