import path from 'node:path'
import type { Item, Link } from '../model/document.ts'
import { type Drill, folders } from '../model/drill.ts'

/** An item of a part with the link that it is about. */
export interface LinkedItem {
  readonly item: Item
  readonly link: Link
  /** What it says besides the words of the link that it begins with. */
  readonly note: string
}

const noteOf = ({ text }: Item, link: Link): string => {
  const note = text.startsWith(link.text) ? text.slice(link.text.length) : text
  return note.replace(/^[\s:–—-]+/, '')
}

/** The items of a part that hold a link of some sort, with the first. */
export function linkedItems(drill: Drill, part: string, isMeant: (link: Link) => boolean): LinkedItem[] {
  const section = drill.parts.get(part)
  const links = drill.links.filter((link) => link.section === section && isMeant(link))
  return (section?.items ?? []).flatMap((item): LinkedItem[] => {
    const link = links.find((each) => each.item === item)
    return link ? [{ item, link, note: noteOf(item, link) }] : []
  })
}

const drillFolders = Object.values(folders).map((folder) => `drills/${folder}`)

/** The id of the drill whose file stands at a path; undefined for other files. */
export const drillIdAt = (file: string): string | undefined =>
  drillFolders.includes(path.posix.dirname(file)) && file.endsWith('.md')
    ? path.posix.basename(file, '.md')
    : undefined

/** An item of See also, with the id of the drill that it names. */
export interface SeeAlsoItem extends LinkedItem {
  readonly id: string
}

/** The items of See also that lead to another drill. */
export function seeAlsoItems(drill: Drill, part = 'see-also'): SeeAlsoItem[] {
  const idOf = ({ target }: Link): string => drillIdAt(target?.path ?? '') ?? drill.name
  return linkedItems(drill, part, (link) => idOf(link) !== drill.name).map((linked) => ({
    ...linked,
    id: idOf(linked.link),
  }))
}
