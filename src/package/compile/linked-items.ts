import path from 'node:path'
import type { Item, Link } from '../../model/document.ts'
import { type Drill, folders } from '../../model/drill.ts'
import type { Reference, SeeAlso } from '../../model/generated/published/drill.ts'

/** The items of a part that hold a link of some sort, with the first. */
function linkedItems(drill: Drill, part: string, isMeant: (link: Link) => boolean): [Item, Link][] {
  const section = drill.parts.get(part)
  const links = drill.links.filter((link) => link.section === section && isMeant(link))
  return (section?.items ?? []).flatMap((item): [Item, Link][] => {
    const link = links.find((each) => each.item === item)
    return link ? [[item, link]] : []
  })
}

/** What an item says besides the words of the link that it begins with. */
const noteOf = ({ text }: Item, link: Link): string => {
  const note = text.startsWith(link.text) ? text.slice(link.text.length) : text
  return note.replace(/^[\s:–—-]+/, '')
}

/** Sources. */
export const compileReferences = (drill: Drill): Reference[] =>
  linkedItems(drill, 'references', ({ url }) => /^https:/i.test(url)).map(([item, link]) => ({
    title: link.text,
    url: link.url,
    note: noteOf(item, link),
  }))

const drillFolders = Object.values(folders).map((folder) => `drills/${folder}`)

/** The id of the drill that a link leads to. */
function drillOf({ target }: Link): string | undefined {
  const file = target?.path ?? ''
  return drillFolders.includes(path.posix.dirname(file)) && file.endsWith('.md')
    ? path.posix.basename(file, '.md')
    : undefined
}

/** Other drills. */
export const compileSeeAlso = (drill: Drill): SeeAlso[] =>
  linkedItems(drill, 'see-also', (link) => (drillOf(link) ?? drill.name) !== drill.name).map(
    ([item, link]) => ({ id: drillOf(link) ?? '', note: noteOf(item, link) }),
  )
