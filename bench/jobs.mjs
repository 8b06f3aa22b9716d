import path from 'node:path'
import { appContenders } from './contenders/app.mjs'
import { buildContenders } from './contenders/build.mjs'
import { floors, nativeLinters, ownLinters, scriptLinters } from './contenders/lint.mjs'
import { drills, root, scratch } from './paths.mjs'
import { corpusFolder } from './setup.mjs'

const grouped = (size) => size.toString().replace(/\B(?=(?:\d{3})+$)/g, ',')
const within = (contenders, size) => contenders.filter(({ most = Number.POSITIVE_INFINITY }) => size <= most)
const at = (cwd, contenders) => contenders.map((contender) => ({ cwd, ...contender }))

/** Who lints a corpus of a size: beyond 10,000 drills only what shows how time and memory grow. */
function linters(size, seed) {
  const own = ownLinters({ size, seed })
  const parsers = [floors.satteri, ...(size <= 1000 ? [floors.remark] : [])]
  if (size >= 100_000)
    return [own[0], ...own.filter(({ name }) => name.endsWith('nothing changed')), floors.hash]
  return [
    ...own,
    ...within([...nativeLinters, ...scriptLinters], size),
    floors.empty,
    floors.read,
    floors.hash,
    ...parsers,
  ]
}

function lintJob(size, seed) {
  const contenders = () => [
    ...at(corpusFolder({ size, seed }), linters(size, seed)),
    ...(size === 10_000 ? smallerLinter(seed) : []),
  ]
  return { id: `lint-${size}`, group: 'lint', title: `Lint, ${grouped(size)} drills`, size, contenders }
}

/** Ten times fewer drills beside the many, to see how time grows. */
function smallerLinter(seed) {
  const size = 1000
  const [cold] = ownLinters({ size, seed, mistakes: true })
  return at(corpusFolder({ size, seed, name: 'smaller' }), [{ ...cold, name: `${cold.name}, 1,000 drills` }])
}

function mistakesJob(size, seed) {
  const contenders = () => {
    const folder = corpusFolder({ size, seed, mistakes: true })
    const linters = [
      ...ownLinters({ size, seed, mistakes: true }),
      ...within([...nativeLinters, ...scriptLinters], size),
    ]
    // Whoever finds nothing wrong here has not looked.
    return at(folder, linters).map((linter) => ({ ...linter, expected: [1] }))
  }
  const title = `Lint, ${grouped(size)} drills, a fifth of them with mistakes`
  return { id: `mistakes-${size}`, group: 'mistakes', title, size, contenders }
}

function buildJob(size, seed) {
  const title = `Build, ${grouped(size)} drills to data and HTML`
  return {
    id: `build-${size}`,
    group: 'build',
    title,
    size,
    contenders: () => buildContenders({ size, seed }),
  }
}

function oneJob(seed) {
  const contenders = () => {
    const linters = [...ownLinters({ size: 1, seed, mistakes: true }), ...nativeLinters, ...scriptLinters]
    // One drill is a round: the folders of the other kinds are empty, and two linters don't like that.
    return at(corpusFolder({ size: 1, seed, name: 'one' }), [floors.empty, ...linters]).map((contender) => ({
      ...contender,
      slow: false,
      command: contender.command.filter((word) => !/^drills\/(?:incidents|questions)\b/.test(word)),
    }))
  }
  return { id: 'one', group: 'start', title: 'Lint, one drill', size: 1, contenders }
}

function startJob() {
  const contenders = () => {
    const own = (name, ...args) => ({ name, command: [...drills, ...args], cwd: root })
    const [cold] = ownLinters({ mistakes: true })
    const all = 'all drills of the repository'
    return [
      { ...floors.empty, cwd: root },
      own('drills --help', '--help'),
      own(`drills lint, ${all}`, 'lint'),
      { ...cold, name: `${cold.name}, ${all}`, cwd: root },
    ]
  }
  return {
    id: 'start',
    group: 'start',
    title: 'Start, and the drills of the repository',
    size: 1,
    contenders,
  }
}

function appJob(sizes, seed) {
  const contenders = () => {
    const many = sizes.includes(10_000) ? corpusFolder({ size: 10_000, seed, name: 'app' }) : undefined
    return [
      { ...floors.empty, cwd: root },
      ...appContenders(root, path.join(scratch, 'app'), 'the drills of the repository'),
      ...(many ? appContenders(many, path.join(many, 'dist'), '10,000 drills') : []),
    ]
  }
  return { id: 'app', group: 'app', title: 'An app that imports the package', size: 1, contenders }
}

/** Everything that can be measured, for the given sizes of a corpus. */
export const jobs = (sizes, seed) => [
  startJob(),
  oneJob(seed),
  ...sizes.map((size) => lintJob(size, seed)),
  ...sizes.filter((size) => size <= 1000).map((size) => mistakesJob(size, seed)),
  ...sizes.filter((size) => size >= 1000).map((size) => buildJob(size, seed)),
  appJob(sizes, seed),
]
