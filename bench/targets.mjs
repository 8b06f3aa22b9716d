/**
 * Where the project wants to stand: the wall time of `of` in proportion to that of `per` in the same rounds, or another
 * figure of `of` alone; `limit` is the most that it may be.
 */
const ratio = (job, of, per, limit) => ({ job, of, per, limit })
const cold = 'drills lint, no cache'
const own = 'all drills of the repository'
const warmPeer = 'content-collections, nothing changed'

export const targets = [
  ratio('start', `drills lint, ${own}`, 'node -e 0', 2),
  ratio('start', `${cold}, ${own}`, 'node -e 0', 2),
  ratio('lint-100', cold, 'node -e 0', 2.5),
  ratio('lint-100', cold, 'rumdl, npm command', 1.2),
  ratio('lint-1000', cold, 'mdschema', 1),
  ratio('lint-1000', cold, 'rumdl', 1),
  ratio('lint-1000', cold, 'markdownlint-cli2', 1 / 14),
  ratio('lint-1000', cold, 'remark-cli', 1 / 25),
  ratio('lint-1000', 'drills lint, nothing changed', 'read + sha256', 1.3),
  ratio('lint-10000', cold, 'rumdl', 0.5),
  ratio('lint-10000', cold, `${cold}, 1,000 drills`, 10.5),
  { job: 'lint-10000', of: cold, figure: 'peak', limit: 300 },
  { job: 'lint-100000', of: cold, figure: 'peak', limit: 1000 },
  ratio('build-1000', 'drills build, cold', 'content-collections, cold', 0.17),
  ratio('build-1000', 'drills build, nothing changed', warmPeer, 0.5),
  ratio('build-1000', 'drills build, one file changed', warmPeer, 0.5),
  { job: 'build-100000', of: 'drills build, cold', figure: 'peak', limit: 1000 },
  ratio('app', 'import the catalog, the drills of the repository', 'node -e 0', 1.2),
  ratio('app', 'import the catalog, 10,000 drills', 'node -e 0', 1.2),
  // The loader and the drill itself.
  { job: 'app', of: 'load one drill, 10,000 drills', figure: 'modules', limit: 2 },
]
