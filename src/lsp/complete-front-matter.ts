import path from 'node:path'
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node'
import { rules } from '../rules/rules.ts'
import type { Span } from '../text/place.ts'
import { items, type Line, type Offer } from './offer.ts'
import { type Schema, schemaAt, schemaOf } from './schemas.ts'
import type { View } from './view.ts'

const keyLine = /^([A-Za-z]+)[ \t]*:/gm

/** Keys that are not there yet, those that must be first. */
function keys(schema: Schema, yaml: string, own: string, after: string): Offer[] {
  const present = new Set(Array.from(yaml.matchAll(keyLine), ([, key]) => key))
  const isRequired = (key: string): boolean => schema.required?.includes(key) ?? false
  const free = Object.keys(schema.properties ?? {}).filter((key) => key === own || !present.has(key))
  const ends = /^[A-Za-z]*[ \t]*:/.test(after) ? '' : ': '
  return [...free.filter(isRequired), ...free.filter((key) => !isRequired(key))].map((key) => ({
    label: key,
    text: `${key}${ends}`,
    detail: isRequired(key) ? 'required' : 'optional',
    help: schemaAt(schema, [key])?.description,
  }))
}

/** The values that a key may have. */
function values(key: string, schema: Schema, { file }: View): Offer[] {
  const own = schemaAt(schema, [key])
  const allowed = own?.enum ?? schemaAt(schema, [key, 0])?.enum ?? []
  const found =
    key === 'id' && file.endsWith('.md') ? [path.posix.basename(file, '.md')] : allowed.map(String)
  return found.map((value) => ({ label: value, text: value, help: own?.description }))
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
  const { text, yaml, file } = view
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
  if (/^[A-Za-z]*$/.test(before)) {
    const own = /^[A-Za-z]*/.exec(before + after)?.[0] ?? ''
    return offer(
      CompletionItemKind.Property,
      before,
      keys(schema, text.slice(yaml?.start, yaml?.end), own, after),
    )
  }
  const dashed = /^[ \t]*-[ \t]+([a-z-]*)$/.exec(before)
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
