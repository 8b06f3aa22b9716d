import path from 'node:path'
import type { Finding } from '../model/diagnostic.ts'
import { type Drill, folders, type Kind } from '../model/drill.ts'
import { type Track, tracksFolder } from '../model/track.ts'
import { isKebab } from '../text/is-kebab.ts'
import { oneOf, quote } from '../text/quote.ts'
import type { DrillRule } from './rule.ts'

const kinds = Object.keys(folders) as Kind[]
const places = kinds.map((kind) => `drills/${folders[kind]}/`)

function* place(drill: Drill): Generator<Finding> {
  const folder = `${path.posix.dirname(drill.file)}/`
  const kindHere = kinds.find((kind) => folder === `drills/${folders[kind]}/`)
  const at = drill.matter.data ? drill.matter.at(['kind']) : { start: 0, end: 0 }
  const kind = drill.matter.data?.kind
  const declared = kind && `drills/${folders[kind]}/`
  if (kindHere === undefined) {
    yield {
      at,
      message: `Unexpected drill in ${quote(folder)}, expected it in ${declared ? `\`${declared}\`` : oneOf(places)}`,
    }
  } else if (kind && kindHere !== kind) {
    const message = `Unexpected kind \`${kind}\` in \`${folder}\`, expected \`kind: ${kindHere}\` here, or the file in \`${declared}\``
    yield { at, message, expected: [kindHere] }
  }
}

function* name({ file, name, matter }: Pick<Drill | Track, 'file' | 'name' | 'matter'>): Generator<Finding> {
  const extension = path.posix.extname(file)
  if (extension !== '.md') {
    yield {
      at: { start: 0, end: 0 },
      message: `Unexpected file extension ${quote(extension)}, expected \`.md\``,
    }
  }
  const { data } = matter
  if (data && data.id !== name) {
    // The name of the file need not be one that an id could have.
    const usable = isKebab(name)
    const message = `Unexpected id \`${data.id}\` in a file named ${quote(path.posix.basename(file))}, expected the file name \`${data.id}.md\`${usable ? ` or the id ${quote(name)}` : ''}`
    yield { at: matter.at(['id']), message, ...(usable && { expected: [name] }) }
  }
}

function* trackPlace({ file }: Track): Generator<Finding> {
  const folder = path.posix.dirname(file)
  if (folder !== tracksFolder)
    yield {
      at: { start: 0, end: 0 },
      message: `Unexpected track in ${quote(`${folder}/`)}, expected it in \`${tracksFolder}/\``,
    }
}

export const fileName: DrillRule = {
  id: 'file-name',
  scope: 'drill',
  description: 'an id that disagrees with its file name, or a kind that disagrees with its folder',
  *check(drill) {
    yield* place(drill)
    yield* name(drill)
  },
  *checkTrack(track) {
    yield* trackPlace(track)
    yield* name(track)
  },
}
