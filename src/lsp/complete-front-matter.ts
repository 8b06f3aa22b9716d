import path from 'node:path'
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node'
import { isSampleFile } from '../model/sample.ts'
import { isTrackFile } from '../model/track.ts'
import { kindOfFolder } from '../parse/drill.ts'
import { rules } from '../rules/rules.ts'
import type { Span } from '../text/place.ts'
import { completeVerdicts } from './complete-verdicts.ts'
import { drillIdOf, measuresOf } from './judged.ts'
import { items, type Line, type Offer } from './offer.ts'
import { type Schema, schemaAt, schemaOf } from './schemas.ts'
import type { View } from './view.ts'

const keyLine = /^([A-Za-z]+)[ \t]*:/gm

/** Keys that a file must not have though the schema knows them: a drill with a model path lists no components. */
function forbidden({ project, drill, file }: View): ReadonlySet<string> {
  const kind = drill?.kind ?? kindOfFolder(file)
  const { loop } = project.definitions() ?? {}
  return new Set(kind && loop && loop.kinds[kind].answer !== 'prose' ? ['components'] : [])
}

/** Keys that are not there yet, those that must be first. */
function keys(schema: Schema, view: View, own: string, after: string): Offer[] {
  const yaml = view.text.slice(view.yaml?.start, view.yaml?.end)
  const unwanted = isSampleFile(view.file) || isTrackFile(view.file) ? new Set() : forbidden(view)
  const present = new Set(Array.from(yaml.matchAll(keyLine), ([, key]) => key))
  const isRequired = (key: string): boolean => schema.required?.includes(key) ?? false
  const free = Object.keys(schema.properties ?? {}).filter(
    (key) => (key === own || !present.has(key)) && !unwanted.has(key),
  )
  const ends = /^[A-Za-z]*[ \t]*:/.test(after) ? '' : ': '
  return [...free.filter(isRequired), ...free.filter((key) => !isRequired(key))].map((key) => ({
    label: key,
    text: `${key}${ends}`,
    detail: isRequired(key) ? 'required' : 'optional',
    help: schemaAt(schema, [key])?.description,
  }))
}

/** The values that a key may have. */
function values(key: string, schema: Schema, view: View): Offer[] {
  const { file, project } = view
  const own = schemaAt(schema, [key])
  const help = own?.description
  const isSample = isSampleFile(file)
  if (key === 'id' && file.endsWith('.md')) {
    const name = path.posix.basename(file, '.md')
    return [{ label: name, text: name, help }]
  }
  if (key === 'drill' && isSample) return [{ label: drillIdOf(file), text: drillIdOf(file), help }]
  if (key === 'redFlags' && isSample)
    return (measuresOf(view)?.redFlags ?? []).map(({ id, title, help: about }) => ({
      label: id,
      text: id,
      detail: title,
      help: about,
    }))
  if (key === 'drills' && isTrackFile(file))
    return project.drills().map(({ id, title }) => ({ label: id, text: id, detail: title, help }))
  if (key === 'components' && !isSample)
    return (project.definitions()?.loop.components ?? []).map(({ id, names }) => ({
      label: id,
      text: id,
      detail: names.join(', '),
      help,
    }))
  const allowed = own?.enum ?? schemaAt(schema, [key, 0])?.enum ?? []
  return allowed.map(String).map((value) => ({ label: value, text: value, help }))
}

/** The key that a `- item` line of a block list belongs to. */
function listKey(text: string, start: number): string | undefined {
  const above = text.slice(0, start).split(/\r\n|\n|\r/)
  const owner = above.slice(0, -1).findLast((line) => !/^\s*(?:-.*)?$/.test(line))
  return owner && /^([A-Za-z]+)[ \t]*:[ \t]*$/.exec(owner)?.[1]
}

const heuristic = rules.flatMap((rule) =>
  'heuristic' in rule && rule.heuristic
    ? [{ label: rule.id, text: rule.id, help: `Finds ${rule.description}.` }]
    : [],
)

/** Keys and values of the YAML in front matter or redirects. */
export function completeFrontMatter(view: View, offset: number, line: Line): CompletionItem[] {
  const { text, file } = view
  const schema = schemaOf(file)
  const { before, after, start } = line
  const word = /^[\w-]*/.exec(after)?.[0].length ?? 0
  const from = (typed: string): Span => ({ start: offset - typed.length, end: offset + word })
  const offer = (kind: CompletionItemKind, typed: string, offers: readonly Offer[]): CompletionItem[] =>
    items(view, kind, from(typed), offers)

  const excepted = /\brule:([ \t]*)([a-z-]*)$/.exec(before)
  if (excepted) {
    const gap = excepted[1] === '' ? ' ' : ''
    const offers = heuristic.map((each) => ({ ...each, text: gap + each.text }))
    return offer(CompletionItemKind.EnumMember, excepted[2] ?? '', offers)
  }
  const verdicts = isSampleFile(file) ? completeVerdicts(view, offset, line) : undefined
  if (/^[A-Za-z]*$/.test(before)) {
    const own = /^[A-Za-z]*/.exec(before + after)?.[0] ?? ''
    const below = before === '' ? (verdicts?.offers ?? []) : []
    return offer(CompletionItemKind.Property, before, [...below, ...keys(schema, view, own, after)])
  }
  if (verdicts) return offer(CompletionItemKind.Property, verdicts.typed, verdicts.offers)
  const dashed = /^[ \t]*-[ \t]+([a-z0-9-]*)$/.exec(before)
  const pair = /^([A-Za-z]+)[ \t]*:([ \t]*)(.*)$/.exec(before)
  const key = dashed ? listKey(text, start) : pair?.[1]
  if (key === undefined) return []
  const all = values(key, schema, view)
  const isList = schemaAt(schema, [key])?.type === 'array'
  if (dashed) return isList ? offer(CompletionItemKind.EnumMember, dashed[1] ?? '', all) : []
  const [, , space, typed = ''] = pair ?? []
  const gap = space === '' ? ' ' : ''
  if (!isList)
    return /^[\w-]*$/.test(typed)
      ? offer(
          CompletionItemKind.EnumMember,
          typed,
          all.map((each) => ({ ...each, text: gap + each.text })),
        )
      : []
  const partial = /[\w-]*$/.exec(typed)?.[0] ?? ''
  const used = new Set((typed.slice(0, typed.length - partial.length) + after.slice(word)).match(/[\w-]+/g))
  const free = all.filter(({ label }) => !used.has(label))
  if (typed.startsWith('['))
    return typed.includes(']') ? [] : offer(CompletionItemKind.EnumMember, partial, free)
  return typed === partial
    ? offer(
        CompletionItemKind.EnumMember,
        typed,
        free.map((each) => ({ ...each, text: `${gap}[${each.text}]` })),
      )
    : []
}
