// The sets of JSON Schemas in schemas/, each with the folder of src/model/generated/ that is made from it.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

export const sets = [
  { name: 'authored', folder: path.join(root, 'schemas'), allErrors: true, types: true },
  { name: 'published', folder: path.join(root, 'schemas/published'), allErrors: true, types: true },
  { name: 'exchange', folder: path.join(root, 'schemas/exchange'), allErrors: true, types: true },
  // One finding is enough to restore a file of the history.
  { name: 'history', folder: path.join(root, 'schemas/history'), allErrors: false, types: true },
  // Of data that anybody can send, the first error is enough; what fits has the published types.
  { name: 'compared', folder: path.join(root, 'schemas/compared'), allErrors: false, types: false },
]

export const generatedFolder = ({ name }) => path.join(root, 'src/model/generated', name)

/** The schemas of a set by file name, sorted. */
export async function schemasOf({ folder }) {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.schema.json')).sort()
  return Promise.all(
    files.map(async (file) => ({
      file,
      schema: JSON.parse(await readFile(path.join(folder, file), 'utf8')),
    })),
  )
}
