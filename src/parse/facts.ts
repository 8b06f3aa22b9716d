import type { Facts, Target } from '../facts.ts'
import { exceptionFix } from '../fix/exception.ts'
import { hash } from '../hash.ts'
import type { Definitions, Document, Drill } from '../model.ts'
import { title, words } from '../words.ts'

/** Hashes of the three-word runs of a text, sorted, each once. */
export function shingles(text: string): number[] {
  const all = words(text)
  const runs = new Uint32Array(Math.max(0, all.length - 2))
  for (let at = 0; at < runs.length; at += 1) {
    const two = hash(all[at + 1] ?? '', hash(' ', hash(all[at] ?? '')))
    runs[at] = hash(all[at + 2] ?? '', hash(' ', two))
  }
  return [...new Set(runs.sort())]
}

function targetsOf(document: Document): Target[] {
  return document.links.flatMap((link) => {
    const { form, target, url } = link
    return target && form !== 'image' && form !== 'reference'
      ? [{ ...target, url, place: document.locate(link) }]
      : []
  })
}

/** The same text in memory of its own: a piece of a file's text keeps all of it, 10 KB a drill. */
const owned = <T extends string | readonly string[]>(text: T): T => JSON.parse(JSON.stringify(text)) as T

/** What corpus rules need to know of a definition document. */
export function documentFacts(document: Document): Facts {
  return {
    file: document.file,
    anchors: owned(document.headings.map(({ anchor }) => anchor)),
    targets: targetsOf(document),
  }
}

/**
 * What corpus rules need to know of a drill. Links that definition documents are known to answer, nine of ten, are left
 * out: facts of 100,000 drills are in memory at once.
 */
export function drillFacts(drill: Drill, definitions?: Definitions): Facts {
  const { matter, locate } = drill
  const { targets, ...facts } = documentFacts(drill)
  const answered = ({ path, fragment }: Target): boolean =>
    fragment !== undefined && (definitions?.anchors.get(path)?.has(fragment) ?? false)
  const heading = drill.headings.find(({ depth }) => depth === 1)
  const prompt = drill.parts.get('prompt')
  const fallback = heading ?? { start: 0, end: 0 }
  const { order, status = 'stable', exceptions = [] } = matter.data ?? {}
  return {
    ...facts,
    targets: targets.filter((target) => !answered(target)),
    drill: {
      id: owned(matter.data?.id ?? drill.name),
      kind: drill.kind,
      title: owned(heading?.text ?? title(drill.name)),
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
