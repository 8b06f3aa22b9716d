import { checkShape } from './check-arguments.ts'

const markdown = { markdown: 'string' } as const
const identified = [{ id: 'string' }] as const
const weighted = { id: 'string', weight: 'weight' } as const

/** What each function needs of a drill. */
const shapes = {
  assess: {
    'title?': 'string',
    'topics?': ['string'],
    'prompt?': markdown,
    'criteria?': [
      { ...weighted, 'title?': 'string', met: markdown, 'alsoMet?': [markdown], cues: ['string'] },
    ],
    'evidence?': [{ 'scope?': 'string', criterion: 'string', text: 'string' }],
  },
  score: { criteria: [weighted], 'redFlags?': identified },
  gradingPrompt: {
    title: 'string',
    prompt: markdown,
    criteria: [{ ...weighted, title: 'string', met: markdown, 'partly?': markdown, alsoMet: [markdown] }],
    redFlags: [{ id: 'string', markdown: 'string' }],
  },
  readVerdicts: { criteria: identified, 'redFlags?': identified },
} as const

const kinds: readonly unknown[] = ['round', 'incident', 'question']

/**
 * Checks that an argument is a drill, as far as a function needs it.
 * @throws TypeError when it lacks something
 * @throws RangeError for an unknown kind, or a weight that makes no score
 */
export function checkDrill(
  drill: { readonly kind: unknown },
  caller: keyof typeof shapes,
  name = 'drill',
): void {
  checkShape(drill, 'object', name, 'a drill, such as `loadDrill` gives')
  checkShape(drill.kind, 'string', `${name}.kind`)
  if (!kinds.includes(drill.kind))
    throw new RangeError(
      `\`${name}.kind\` is “${String(drill.kind).slice(0, 40)}”, expected round, incident or question`,
    )
  checkShape(drill, shapes[caller], name)
}
