import path from 'node:path'
import type { Root } from 'mdast'
import drillSchema from '../../schemas/drill.schema.json' with { type: 'json' }
import type { Definitions } from '../model/definitions.ts'
import type { StageFinding } from '../model/diagnostic.ts'
import type { Section, SourceText } from '../model/document.ts'
import { type Claim, type Drill, folders, type Kind } from '../model/drill.ts'
import type { DrillMatter } from '../model/generated/authored/drill.ts'
import { drill as validateDrill } from '../model/generated/authored/validators.js'
import { chosenClaims } from './chosen-claims.ts'
import { claimPoints, claimSections } from './claims.ts'
import { readCriterion } from './criteria.ts'
import { readDocument } from './document.ts'
import { readEvidence } from './evidence.ts'
import { expectedHeadings } from './expected-headings.ts'
import { literalMarkup } from './literal-markup/literal-markup.ts'
import { type ParseMarkdown, parseMarkdown } from './markdown.ts'
import { readMarkdownFile } from './markdown-file.ts'
import { mendedTree } from './mended-tree.ts'
import { plain } from './nodes.ts'
import { plainMarkdown } from './plain-markdown.ts'

export interface ParsedDrill {
  /** Undefined when the file can't be read as a drill at all. */
  readonly drill: Drill | undefined
  readonly findings: readonly StageFinding[]
}

const isKind = (value: unknown): value is Kind => typeof value === 'string' && Object.hasOwn(folders, value)

/** Of two kinds, the declared one and that of the folder, the one whose headings a drill has. */
function likelyKind(
  declared: unknown,
  here: Kind | undefined,
  tree: Root,
  definitions: Definitions | undefined,
): Kind {
  if (!isKind(declared)) return here ?? 'round'
  if (here === undefined || here === declared || !definitions) return declared
  const written = new Set(
    tree.children.flatMap((node) => (node.type === 'heading' ? plain(node).trim().toLowerCase() : [])),
  )
  const missing = (kind: Kind): number =>
    expectedHeadings({ kind }, definitions).filter(
      ({ optional, text }) => !optional && !written.has(text.toLowerCase()),
    ).length
  return missing(here) < missing(declared) ? here : declared
}

/** The kind that a folder holds. */
export function kindOfFolder(file: string): Kind | undefined {
  const folder = path.posix.basename(path.posix.dirname(file))
  return (Object.keys(folders) as Kind[]).find((kind) => folders[kind] === folder)
}

const ofRole = (chosen: ReadonlyMap<string, Claim>, role: Claim['role']): Map<string, Section> =>
  new Map([...chosen.values()].flatMap((claim) => (claim.role === role ? [[claim.id, claim.section]] : [])))

/** Text of a drill to its model, with the findings of the stages on the way. */
export function parseDrill(
  source: SourceText,
  definitions: Definitions | undefined,
  parse: ParseMarkdown = parseMarkdown,
): ParsedDrill {
  const { file, text } = source
  const { findings, content } = readMarkdownFile<DrillMatter>(text, {
    validate: validateDrill,
    schema: drillSchema,
    parse,
    always: false,
  })
  if (!content) return { drill: undefined, findings }
  const { matter, tree } = content
  const kind = likelyKind(matter.data?.kind, kindOfFolder(file), tree, definitions)
  const literal = literalMarkup(tree, text, {
    criteria: definitions?.rubric.criteria.map(({ id }) => id) ?? [],
    headings: definitions ? expectedHeadings({ kind }, definitions) : [],
  })
  const mended = mendedTree(tree, text, literal, parse)
  const document = readDocument(source, mended)
  const claims = definitions ? claimSections(document.sections, definitions.loop, kind) : []
  const chosen = chosenClaims(claims)
  const answer = ofRole(chosen, 'section')
  const points = new Map(
    definitions?.loop.sections.flatMap((declared) => {
      const section = answer.get(declared.id)
      return section ? [[declared.id, claimPoints(section, declared, kind)] as const] : []
    }),
  )
  const levels = new Map(
    claims.flatMap(({ role, section: { heading } }) =>
      role === 'unknown' ? [] : [[heading.start, role === 'part' ? 2 : 3] as const],
    ),
  )
  const criteria = claims.flatMap(({ role, section }) =>
    role === 'criterion' ? readCriterion(section, document.codes) : [],
  )
  const structure = { kind, claims, parts: ofRole(chosen, 'part'), answer, points, criteria, matter }
  const drill: Drill = {
    ...document,
    name: path.posix.basename(file).replace(/\.(?:md|markdown)$/i, ''),
    ...structure,
    evidence: definitions ? readEvidence(document, structure, definitions) : [],
    tree: mended,
  }
  return {
    drill,
    findings: [...findings, ...literal, ...plainMarkdown(mended, text, parse, literal, levels)],
  }
}
