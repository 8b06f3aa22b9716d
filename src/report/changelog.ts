import type { Snapshot } from '../model/generated/history/published.ts'
import type { Changes, DrillChange, VersionChanges } from '../model/generated/published/changes.ts'
import { ownValue } from '../text/own-value.ts'
import { codeSpan, escapeMessage, escapeText } from './escape-markdown.ts'

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

function item({ drill, title = drill, fields, to = [], reason }: DrillChange, linkOf: LinkOf): string {
  const link = linkOf(drill)
  const name = link === undefined ? escapeText(title) : `[${escapeText(title)}](${link})`
  const targets = to.length > 0 ? `, now ${to.map(codeSpan).join(' and ')}` : ''
  const changed = fields.length > 0 && fields[0] !== 'id' ? `: ${fields.map(codeSpan).join(', ')}` : ''
  const why = reason === undefined ? '' : `: ${escapeText(reason)}`
  return `- ${name} (${codeSpan(drill)})${targets}${changed}${why}`
}

/** What people wrote. Of their Markdown only lists, paragraphs and code stay: the rest is shown as it was written. */
function noteText(note: string): string {
  const shown = note.split('\n').filter((line) => !/^[ \t]*(?:`{3}|~{3})/.test(line))
  const lines = shown.map((line) => {
    const [, blanks = '', text = ''] = /^([ \t]*)[-*+][ \t]+(.*)$/.exec(line) ?? []
    return text === ''
      ? escapeMessage(line.trim())
      : `${blanks.length > 1 ? '  ' : ''}- ${escapeMessage(text)}`
  })
  return `${lines.join('\n')}\n`
}

const isOfTracks = (field: string): boolean => field.startsWith('tracks.')

/** What changed that belongs to no drill. */
function fieldLists(other: readonly string[]): string[] {
  const lists = [
    ['Tracks', other.filter(isOfTracks)],
    ['Rubric and practice loop', other.filter((field) => !isOfTracks(field))],
  ] as const
  return lists.flatMap(([heading, fields]) =>
    fields.length === 0
      ? []
      : [`### ${heading}\n\n${fields.map((field) => `- ${codeSpan(field)}`).join('\n')}\n`],
  )
}

/** What one version changed, as Markdown, with titles and links. */
export function versionNotes({ changes, other = [], notes = [] }: VersionChanges, linkOf: LinkOf): string {
  const groups = (Object.keys(headings) as DrillChange['kind'][]).flatMap((kind) => {
    const items = changes.filter((change) => change.kind === kind).map((change) => item(change, linkOf))
    return items.length === 0 ? [] : [`### ${headings[kind]}\n\n${items.join('\n')}\n`]
  })
  const all = [...notes.map(noteText), ...groups, ...fieldLists(other)]
  return all.length === 0 ? 'No change of content.\n' : all.join('\n')
}

/** Links of drills, at the tag of a version; none without a page of the repository. */
export const linksAt =
  (repository: string | undefined, version: string, { drills }: Snapshot): LinkOf =>
  (id) => {
    const drill = repository === undefined ? undefined : ownValue(drills, id)
    return drill && `${repository}/blob/v${version}/${encodeURI(drill.path)}`
  }

const noLink: LinkOf = () => undefined

/**
 * The whole changelog.
 * @param linkOf links drills of the newest version; those of older ones may have moved since
 */
export function changelog(changes: Changes, linkOf: LinkOf = noLink): string {
  const sections = changes.map(
    (version, index) => `## ${version.version}\n\n${versionNotes(version, index === 0 ? linkOf : noLink)}`,
  )
  return `# Changelog\n\n${sections.length === 0 ? 'Nothing has been released yet.\n' : sections.join('\n')}`
}
