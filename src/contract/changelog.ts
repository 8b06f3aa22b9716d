import type { Changes, DrillChange, VersionChanges } from '../model/generated/published/changes.ts'
import { code, escaped } from './markdown.ts'
import type { Published } from './record-version.ts'

const headings: Readonly<Record<DrillChange['kind'], string>> = {
  added: 'Added',
  changed: 'Changed',
  renamed: 'Renamed',
  split: 'Split',
  retired: 'Retired',
  removed: 'Removed',
  deprecated: 'Deprecated',
}

/** The page of a drill at a version; only drills that are published have one. */
export type LinkOf = (id: string) => string | undefined

function item({ drill, title = drill, fields, to = [] }: DrillChange, linkOf: LinkOf): string {
  const link = linkOf(drill)
  const name = link === undefined ? escaped(title) : `[${escaped(title)}](${link})`
  const leads = to.length > 0 ? `, now ${to.map(code).join(' and ')}` : ''
  const what = fields.length > 0 && fields[0] !== 'id' ? `: ${fields.map(code).join(', ')}` : ''
  return `- ${name} (${code(drill)})${leads}${what}`
}

/** What one version changed, as Markdown, with titles and links. */
export function versionNotes({ changes, other = [] }: VersionChanges, linkOf: LinkOf): string {
  const groups = (Object.keys(headings) as DrillChange['kind'][]).flatMap((kind) => {
    const own = changes.filter((change) => change.kind === kind)
    return own.length === 0
      ? []
      : [`### ${headings[kind]}\n\n${own.map((change) => item(change, linkOf)).join('\n')}\n`]
  })
  const rest =
    other.length === 0
      ? []
      : [`### Rubric and practice loop\n\n${other.map((field) => `- ${code(field)}`).join('\n')}\n`]
  const all = [...groups, ...rest]
  return all.length === 0 ? 'No change of content.\n' : all.join('\n')
}

/** Links of drills, at the tag of a version. */
export const linksAt =
  (repository: string, version: string, { drills }: Published): LinkOf =>
  (id) => {
    const found = Object.hasOwn(drills, id) ? drills[id] : undefined
    return found && `${repository}/blob/v${version}/${encodeURI(found.path)}`
  }

/** The whole changelog. Only the newest version's drills can be linked: older ones may have moved since. */
export function changelog(changes: Changes, published: Published, repository: string): string {
  const sections = changes.map((version, index) => {
    const linkOf: LinkOf = index === 0 ? linksAt(repository, version.version, published) : () => undefined
    return `## ${version.version}\n\n${versionNotes(version, linkOf)}`
  })
  return `# Changelog\n\nWritten from \`history/changes.json\` with every release.\n\n${sections.join('\n')}`
}
