import { slug } from '../text/slug.ts'
import type { Item } from './document.ts'

/** Words of an item that make its id when it has no label. */
const idWords = 6

/** The ids of a list's items: the slug of each label, otherwise of its first six words; numbered when taken. */
export function itemIds(items: readonly Item[]): string[] {
  const taken = new Set<string>()
  return items.map(({ label, text }) => {
    const words = (label?.id ?? slug(text).split('-').slice(0, idWords).join('-')) || 'item'
    let id = words
    for (let number = 2; taken.has(id); number += 1) id = `${words}-${number}`
    taken.add(id)
    return id
  })
}
