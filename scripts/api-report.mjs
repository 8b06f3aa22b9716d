// Writes docs/api.md: what apps can rely on, taken from a built package, so that a diff shows every change of it.
// With --check it only compares. --package <folder> reads a package instead of building one, --report <file> is the page.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { declarationsOf } from './api-declarations.mjs'
import { fieldsOf } from './api-fields.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

const sorted = (values) => [...new Set(values)].sort()
const code = (text) => `\`${text.replaceAll('|', '\\|')}\``
const block = (language, lines) => `\`\`\`${language}\n${lines.join('\n')}\n\`\`\`\n`
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('')

/** Fields of the manifest that say who publishes what, not what apps can rely on. */
const about = ['name', 'version', 'description', 'keywords', 'homepage', 'repository', 'bugs', 'exports']

function manifestPart(manifest) {
  const kept = sorted(Object.keys(manifest)).filter((key) => !about.includes(key))
  return `## Manifest\n\n${kept.map((key) => `- \`${key}\`: \`${JSON.stringify(manifest[key])}\`\n`).join('')}`
}

/** @throws Error when the code of an entry exports other names than its declarations */
async function entryPart(folder, name, { types, default: file }) {
  const { values, types: own, from } = declarationsOf(readFileSync(path.join(folder, types), 'utf8'))
  const exported = Object.keys(await import(pathToFileURL(path.join(folder, file)).href)).sort()
  const declared = sorted(values.keys())
  if (exported.join() !== declared.join())
    throw new Error(`\`${name}\` declares ${declared.join(', ')} and exports ${exported.join(', ')}`)
  const shared = sorted(from.keys()).map((each) => {
    const file = path.posix.join(path.posix.dirname(types), from.get(each))
    return `- \`${each}\` (\`${file}\`)\n`
  })
  return [
    `### \`${name}\`\n`,
    block('ts', [
      ...declared.flatMap((each) => values.get(each)),
      ...sorted(own.keys()).flatMap((each) => own.get(each)),
    ]),
    ...(shared.length > 0 ? [`Types:\n\n${shared.join('')}`] : []),
  ].join('\n')
}

const isData = (target) => typeof target === 'string' || target.default.endsWith('.json')

/** The type that a data file is declared to have; nothing for a file without declarations. */
function dataType(folder, { types }) {
  if (types === undefined) return ''
  const [, type] = /^declare const data: (.+)$/m.exec(readFileSync(path.join(folder, types), 'utf8')) ?? []
  if (type === undefined) throw new Error(`\`${types}\` does not declare its data`)
  return `: \`${type}\``
}

async function entriesPart(folder, { name, exports }) {
  const specifier = (key) => name + key.slice(1)
  const keys = sorted(Object.keys(exports))
  const parts = []
  for (const key of keys)
    if (!isData(exports[key])) parts.push(await entryPart(folder, specifier(key), exports[key]))
  const data = keys
    .filter((key) => isData(exports[key]))
    .map((key) => `- \`${specifier(key)}\`${dataType(folder, exports[key])}\n`)
  return `## Entries\n\n${parts.join('\n')}\n### Data\n\n${data.join('')}`
}

const filesIn = (folder, extension) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .sort()

/** Names follow the content of a version, which is not told here. */
const withoutNames = (type) =>
  type.replace(/=(?: never|(?:\s*\| "[^"]*")+)$/, '= /* names of this version */ string')

function typesPart(folder) {
  const parts = filesIn(path.join(folder, 'types'), '.d.ts').map((name) => {
    const { values, types } = declarationsOf(readFileSync(path.join(folder, 'types', name), 'utf8'))
    if (values.size > 0) throw new Error(`\`types/${name}\` declares more than types`)
    return `### \`types/${name}\`\n\n${block(
      'ts',
      sorted(types.keys()).flatMap((each) => types.get(each).map(withoutNames)),
    )}`
  })
  return `## Types\n\n${parts.join('\n')}`
}

function schemasPart(folder) {
  const parts = filesIn(path.join(folder, 'schemas'), '.schema.json').map((name) => {
    const schema = JSON.parse(readFileSync(path.join(folder, 'schemas', name), 'utf8'))
    const rows = fieldsOf(schema).map(({ field, type, required }) => [code(field), code(type), required])
    return `### \`schemas/${name}\`\n\n${table(['field', 'type', 'required'], rows)}`
  })
  return `## Fields\n\n${parts.join('\n')}`
}

function attributesPart(folder) {
  const tags = readFileSync(path.join(folder, 'drills.json'), 'utf8').matchAll(
    /<([a-z]+)((?: [a-z-]+=\\"[^"]*")*)>/g,
  )
  const found = [...tags].flatMap(([, tag, rest]) =>
    [...rest.matchAll(/ (data-[a-z-]+)=/g)].map(([, attribute]) => `- \`<${tag} ${attribute}>\`\n`),
  )
  return `## Data attributes of HTML\n\n${sorted(found).join('')}`
}

async function report(folder) {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return [
    '# What apps can rely on\n',
    'Written by `node scripts/api-report.mjs` from the built package. Whatever goes or changes here breaks apps unless it only adds.\n',
    manifestPart(manifest),
    await entriesPart(folder, manifest),
    typesPart(folder),
    schemasPart(folder),
    attributesPart(folder),
  ].join('\n')
}

function builtPackage() {
  const folder = mkdtempSync(path.join(tmpdir(), 'api-report-'))
  const args = [path.join(root, 'bin/drills.js'), 'build', '--out', path.join(folder, 'package')]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  const remove = () => rmSync(folder, { recursive: true, force: true })
  if (status === 0) return { folder: path.join(folder, 'package'), remove }
  remove()
  throw new Error(`the package can’t be built:\n${stdout}${stderr}`)
}

/** Lines that only one of two texts has. */
function difference(before, after) {
  const [old, fresh] = [before, after].map((text) => text.split('\n'))
  return [
    ...old.filter((line) => !fresh.includes(line)).map((line) => `- ${line}`),
    ...fresh.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ]
}

const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    package: { type: 'string' },
    report: { type: 'string', default: path.join(root, 'docs/api.md') },
  },
})
async function main({ check, package: given, report: page }) {
  const { folder, remove } = given ? { folder: path.resolve(given), remove: () => undefined } : builtPackage()
  try {
    const text = await report(folder)
    if (!check) return writeFileSync(page, text)
    const before = readFileSync(page, 'utf8')
    if (before !== text)
      throw new Error(
        `docs/api.md is out of date; run: node scripts/api-report.mjs\n${difference(before, text).join('\n')}`,
      )
  } finally {
    remove()
  }
}

try {
  await main(options)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
