import { slug } from 'github-slugger'
import { isAscii } from '../text/slug.ts'

/**
 * The fragment of a heading, without regard to others. The expression of `github-slugger` is too large to be compiled
 * and takes 20 µs for a heading; for ASCII this is the same.
 */
const fragment = (text: string): string =>
  isAscii(text)
    ? text
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-')
    : slug(text)

/** Gives the headings of one document their fragments in order; repeated ones get a number. */
export function anchors(): (heading: string) => string {
  const repeats = new Map<string, number>()
  return (heading) => {
    const plain = fragment(heading)
    let found = plain
    while (repeats.has(found)) {
      const count = (repeats.get(plain) ?? 0) + 1
      repeats.set(plain, count)
      found = `${plain}-${count}`
    }
    repeats.set(found, 0)
    return found
  }
}
