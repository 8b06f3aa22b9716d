import type { Finding } from '../diagnostic.ts'
import type { Document, Link } from '../model.ts'
import { isAbsolute } from '../parse/target.ts'
import { quote } from '../words.ts'
import type { DrillRule } from './rule.ts'

/** Longest address in characters: a reference repeats it at every use in the published HTML. */
const maxLength = 2048

const bare = /\b(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s<>()[\]]+/gi

function complaint({ form, url, text }: Link): string | undefined {
  if (form === 'image')
    return `Unexpected image ${quote(text || url)}, expected words; the package carries no images`
  if (form === 'autolink')
    return `Unexpected bare address ${quote(url)}, expected a link with words (\`[title](https://…)\`)`
  if (url.length > maxLength)
    return `Unexpected address of ${url.length} characters, expected at most ${maxLength}`
  if (/^[/\\]{2}/.test(url))
    return `Unexpected address without a scheme ${quote(url)}, expected \`https://…\``
  if (/^[/\\]/.test(url))
    return `Unexpected absolute path ${quote(url)}, expected a path relative to this file`
  if (url.trim() === '')
    return 'Unexpected empty address, expected `https://…` or a path relative to this file'
  if (isAbsolute(url) && !/^https:\/\/[^/\s]/i.test(url)) {
    const scheme = /^[a-z0-9+.-]*:/i.exec(url.trim())?.[0] ?? ''
    return `Unexpected scheme ${quote(scheme)} of the address ${quote(url)}, expected \`https://…\``
  }
  return undefined
}

function* bareAddresses(document: Document): Generator<Finding> {
  for (const { start, end, linked } of document.prose) {
    if (linked) continue
    for (const match of document.text.slice(start, end).matchAll(bare)) {
      const at = { start: start + match.index, end: start + match.index + match[0].length }
      yield {
        at,
        message: `Unexpected bare address ${quote(match[0])}, expected a link with words (\`[title](https://…)\`)`,
      }
    }
  }
}

function* check(document: Document): Generator<Finding> {
  for (const link of document.links) {
    const message = link.form === 'reference' ? undefined : complaint(link)
    if (message !== undefined) yield { at: { start: link.start, end: link.end }, message }
  }
  yield* bareAddresses(document)
}

export const links: DrillRule = {
  id: 'links',
  scope: 'drill',
  description: 'an address that is bare or anything but https, an absolute path, or an image',
  check,
  checkDocument: check,
}
