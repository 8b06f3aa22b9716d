// Candidates' answers: those of drills/samples with their verdicts, and those of test/calibration as long as they are there.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'yaml'

/** A file with front matter as a sample. */
function sampleOf(source, rest) {
  const [, matter, ...body] = source.split(/^---$/m)
  return { form: 'typed', ...rest, ...parse(matter), text: body.join('---') }
}

const filesIn = async (folder) => {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  return names.filter((name) => name.endsWith('.md')).sort()
}

/** The samples of a corpus folder. */
export async function samplesIn(folder) {
  const names = await filesIn(path.join(folder, 'samples'))
  return Promise.all(
    names.map(async (name) =>
      sampleOf(await readFile(path.join(folder, 'samples', name), 'utf8'), {
        name: path.basename(name, '.md'),
      }),
    ),
  )
}

/** Samples of the old form, whose half is their folder. */
export async function calibrationSamples(split) {
  const folder = `test/calibration/${split}`
  return Promise.all(
    (await filesIn(folder)).map(async (name) => {
      const { criteria: _, ...sample } = sampleOf(await readFile(path.join(folder, name), 'utf8'), {
        name: name.replace(/^.*?\.|\.md$/g, ''),
        split,
      })
      return sample
    }),
  )
}
