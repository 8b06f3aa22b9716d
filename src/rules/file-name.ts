import path from 'node:path'
import type { Finding } from '../model/diagnostic.ts'
import { type Drill, folders, type Kind } from '../model/drill.ts'
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

export const fileName: DrillRule = {
  id: 'file-name',
  scope: 'drill',
  description: 'an id that disagrees with its file name, or a kind that disagrees with its folder',
  *check(drill) {
    yield* place(drill)
    const extension = path.posix.extname(drill.file)
    if (extension !== '.md') {
      yield {
        at: { start: 0, end: 0 },
        message: `Unexpected file extension ${quote(extension)}, expected \`.md\``,
      }
    }
    const { data } = drill.matter
    if (data && data.id !== drill.name) {
      // The name of the file need not be one that an id could have.
      const usable = isKebab(drill.name)
      const message = `Unexpected id \`${data.id}\` in a file named ${quote(path.posix.basename(drill.file))}, expected the file name \`${data.id}.md\`${usable ? ` or the id ${quote(drill.name)}` : ''}`
      yield { at: drill.matter.at(['id']), message, ...(usable && { expected: [drill.name] }) }
    }
  },
}
