// Writes the types of src/model/generated/ from schemas/. With --check it only compares.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { typesOf, validatorTypes } from './generate-types.mjs'
import { validatorName } from './generate-validators.mjs'
import { generatedFolder, root, schemasOf, sets } from './schema-sets.mjs'

/** Schemas that are another schema's type, or plain arrays of it. */
const withoutTypes = new Set([
  'published/drills.schema.json',
  'published/prompts.schema.json',
  'published/samples.schema.json',
  'published/tracks.schema.json',
  'history/changes.schema.json',
])

async function generated() {
  const texts = new Map()
  for (const set of sets) {
    const files = (await schemasOf(set)).map(({ file }) => file)
    for (const file of files)
      if (set.types && !withoutTypes.has(path.posix.join(set.name, file)))
        texts.set(
          path.join(generatedFolder(set), file.replace('.schema.json', '.ts')),
          await typesOf(set.folder, file),
        )
    texts.set(path.join(generatedFolder(set), 'validators.d.ts'), validatorTypes(files.map(validatorName)))
  }
  return texts
}

const check = process.argv.includes('--check')
const stale = []
for (const [file, text] of await generated()) {
  const before = await readFile(file, 'utf8').catch(() => undefined)
  if (before === text) continue
  stale.push(file)
  if (check) continue
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, text)
}
if (stale.length > 0)
  console.error(
    `${check ? 'out of date' : 'written'}: ${stale.map((file) => path.relative(root, file)).join(', ')}`,
  )
if (check && stale.length > 0) {
  console.error('run: npm run generate')
  process.exitCode = 1
}
