// Reads the sample answers of drills/samples with their verdicts.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'yaml'

/** The samples below a folder, in the order of files. */
export async function samplesIn(folder) {
  const names = await readdir(folder, { recursive: true })
  return Promise.all(
    names
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map(async (name) => {
        const [, matter, ...body] = (await readFile(path.join(folder, name), 'utf8')).split(/^---$/m)
        return { ...parse(matter), name: path.basename(name, '.md'), text: body.join('---') }
      }),
  )
}
