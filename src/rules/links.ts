import type { Finding } from '../model/diagnostic.ts'
import type { Document, Link } from '../model/document.ts'
import type { Drill } from '../model/drill.ts'
import { isAbsolute, maxUrlLength, visible } from '../model/target.ts'
import { proseWith } from '../parse/prose.ts'
import { quote } from '../text/quote.ts'
import type { DrillRule } from './rule.ts'

const bare = /\b(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s<>()[\]]+/gi

function complaint({ form, url: written, text }: Link): string | undefined {
  const url = visible(written)
  if (form === 'image')
    return `Unexpected image ${quote(text || url)}, expected words; the package carries no images`
  if (form === 'autolink')
    return `Unexpected bare address ${quote(url)}, expected a link with words (\`[title](https://…)\`)`
  if (url.length > maxUrlLength)
    return `Unexpected address of ${url.length} characters, expected at most ${maxUrlLength}`
  if (/^[/\\]{2}/.test(url))
    return `Unexpected address without a scheme ${quote(url)}, expected \`https://…\``
  if (/^[/\\]/.test(url))
    return `Unexpected absolute path ${quote(url)}, expected a path relative to this file`
  if (form === 'link' && text.trim() === '')
    return `Unexpected link to ${quote(url)} without words, expected words between its brackets`
  if (url === '') return 'Unexpected empty address, expected `https://…` or a path relative to this file'
  if (isAbsolute(url) && !/^https:\/\/[^/\s]/i.test(url)) {
    const scheme = /^[a-z0-9+.-]*:/i.exec(url)?.[0] ?? ''
    return `Unexpected scheme ${quote(scheme)} of the address ${quote(url)}, expected \`https://…\``
  }
  if (/\\/.test(url)) return `Unexpected backslash in the address ${quote(url)}, expected \`/\``
  return undefined
}

/** The beginning of the target of a broken link, of which `literal-markup` tells. */
const target = /\]\(<?$/

function* bareAddresses(document: Document, isTold: (before: string) => boolean): Generator<Finding> {
  for (const { start, end, linked } of proseWith(document, /:\/\/|www\./i)) {
    if (linked) continue
    for (const match of document.text.slice(start, end).matchAll(bare)) {
      if (isTold(document.text.slice(0, start + match.index).slice(-3))) continue
      const address = match[0].replace(/[.,;:!?'"”’]+$/, '')
      const at = { start: start + match.index, end: start + match.index + address.length }
      yield {
        at,
        message: `Unexpected bare address ${quote(address)}, expected a link with words (\`[title](https://…)\`)`,
      }
    }
  }
}

function* check(
  document: Document,
  isTold: (before: string) => boolean = (before) => target.test(before),
): Generator<Finding> {
  for (const link of document.links) {
    const message = link.form === 'reference' ? undefined : complaint(link)
    if (message !== undefined) yield { at: { start: link.start, end: link.end }, message }
  }
  yield* bareAddresses(document, isTold)
}

/** Items under the references that cite nothing: the package would leave them out. */
function* unlinked(drill: Drill): Generator<Finding> {
  const section = drill.parts.get('references')
  const cited = new Set(drill.links.filter((link) => link.section === section).map(({ item }) => item))
  for (const item of section?.items ?? []) {
    if (cited.has(item)) continue
    const message = `Unexpected reference ${quote(item.text)} without a link, expected \`[Title](https://…): what it is cited for\``
    yield { at: { start: item.start, end: item.end }, message }
  }
}

export const links: DrillRule = {
  id: 'links',
  scope: 'drill',
  description:
    'an address that is bare or anything but https, an absolute path, an image, a reference without one, and a link without words',
  *check(drill) {
    yield* check(drill)
    yield* unlinked(drill)
  },
  checkDocument: (document) => check(document),
  checkSample: (sample) => check(sample, () => false),
}
