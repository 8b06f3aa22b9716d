// Compiles JSON Schemas to validators, as modules that need no package. They are part of every build, not of the repository.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import Ajv2020 from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'
import { generatedFolder, root, schemasOf, sets } from './schema-sets.mjs'

/** The name under which a module exports the validator of a schema. */
export const validatorName = (file) =>
  file.replace('.schema.json', '').replace(/-(\w)/g, (_, letter) => letter.toUpperCase())

async function compile(set) {
  const ajv = new Ajv2020({
    allErrors: set.allErrors,
    strict: true,
    allowUnionTypes: true,
    code: { source: true, esm: true },
  })
  const ids = {}
  // A schema may refer to one of another set.
  for (const other of sets) {
    for (const { file, schema } of await schemasOf(other)) {
      ajv.addSchema(schema)
      if (other === set) ids[validatorName(file)] = schema.$id
    }
  }
  const { outputFiles } = await build({
    stdin: { contents: standaloneCode(ajv, ids), resolveDir: root },
    bundle: true,
    format: 'esm',
    minifySyntax: true,
    write: false,
  })
  return outputFiles[0].text
}

async function write(set) {
  const file = path.join(generatedFolder(set), 'validators.js')
  const text = await compile(set)
  if ((await readFile(file, 'utf8').catch(() => undefined)) === text) return
  await mkdir(path.dirname(file), { recursive: true })
  // Another build may be reading it.
  const fresh = `${file}.${process.pid}`
  await writeFile(fresh, text)
  await rename(fresh, file)
}

/** Writes `validators.js` of every set where it differs. */
export async function writeValidators() {
  await Promise.all(sets.map(write))
}
