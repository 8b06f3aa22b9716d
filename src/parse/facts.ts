import type { Facts, Target } from '../facts.ts'
import { exceptionFix } from '../fix/exception.ts'
import type { Document, Drill } from '../model.ts'
import { title, words } from '../words.ts'
import { relativeTarget } from './target.ts'

/** FNV-1a of 32 bits: spreads word runs over numbers, needs no secrecy. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

/** Hashes of the three-word runs of a text, sorted, each once. */
export function shingles(text: string): number[] {
  const all = words(text)
  const runs = all.slice(2).map((_, at) => hash(all.slice(at, at + 3).join(' ')))
  return [...new Set(runs)].sort((a, b) => a - b)
}

function targetsOf(document: Document): Target[] {
  return document.links.flatMap(({ form, url, ...span }) => {
    const target = form === 'image' || form === 'reference' ? undefined : relativeTarget(document.file, url)
    return target ? [{ ...target, url, place: document.locate(span) }] : []
  })
}

/** What corpus rules need to know of a definition document. */
export function documentFacts(document: Document): Facts {
  return {
    file: document.file,
    anchors: document.headings.map(({ anchor }) => anchor),
    targets: targetsOf(document),
  }
}

/** What corpus rules need to know of a drill. */
export function drillFacts(drill: Drill): Facts {
  const { matter, locate } = drill
  const heading = drill.headings.find(({ depth }) => depth === 1)
  const prompt = drill.parts.get('prompt')
  const fallback = heading ?? { start: 0, end: 0 }
  const { order, status = 'stable', exceptions = [] } = matter.data ?? {}
  return {
    ...documentFacts(drill),
    drill: {
      id: matter.data?.id ?? drill.name,
      kind: drill.kind,
      title: heading?.text ?? title(drill.name),
      status,
      ...(order !== undefined && { order }),
      shingles: shingles(prompt?.text ?? ''),
      exceptions: exceptions.map(({ rule, reason = '' }, index) => ({
        rule,
        reason,
        place: locate(matter.at(['exceptions', index])),
        fix: exceptionFix(drill, index).map(({ start, end, text }) => ({
          start: start + drill.base,
          end: end + drill.base,
          text,
        })),
      })),
      places: {
        id: locate(matter.data ? matter.at(['id']) : fallback),
        title: locate(fallback),
        order: locate(order === undefined ? fallback : matter.at(['order'])),
        prompt: locate(prompt?.heading ?? fallback),
      },
    },
  }
}
