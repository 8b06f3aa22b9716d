import { compilePattern, type Pattern, PatternError } from './pattern.ts'

/** Longest cue in characters. */
const maxCueLength = 160

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const negations = set('no not never none nobody nothing neither nor without')

/** Words that say nothing of a drill when a cue is nothing else. */
const common = set(
  'a an the and or but if when then so because as at by for from in into of off on onto out over per than that this to ' +
    'under until up while with is are was were be been being has have had do does did can could may might must shall ' +
    'should will would we i you they it he she our my your their its all any both each every few more most other some ' +
    'such only own same too very use uses used using user users data model models system systems team teams time test ' +
    'tests latency quality cost costs traffic error errors metric metrics monitor monitoring canary rollback deploy ' +
    'deployment alert alerts log logs p50 p95 p99 slo slos wer mos gpu gpus audio text speech voice answer call calls',
)

/** The parts of a cue that are not there to exclude something. */
const positiveParts = (source: string): string[] =>
  source
    .split('&')
    .map((side) => side.trim())
    .filter((side) => !side.startsWith('!'))
    .flatMap((side) => side.split(/\s+/))
    .filter((part) => part !== '' && part !== '..')

/** A word, or a stem of at least three letters, that tells something by itself. */
const tells = (part: string): boolean => {
  const stem = part.replace(/\*$/, '')
  if (/^<[a-z]+>$/.test(part) || negations.has(stem)) return false
  return stem.length >= (part.endsWith('*') ? 3 : 2) || /\d/.test(stem)
}

function tooBroad(source: string): string | undefined {
  const telling = positiveParts(source).filter(tells)
  const [only] = telling
  if (only === undefined) return 'which matches almost any sentence'
  const isCommon = common.has(only.replace(/\*$/, ''))
  return telling.length === 1 && isCommon ? 'of one common word, which matches almost any answer' : undefined
}

/** Reads a cue: a pattern in the rubric's language that tells that a sentence speaks of a criterion. */
export function readCue(source: string): { readonly pattern: Pattern } | { readonly problem: string } {
  if (source.length > maxCueLength)
    return { problem: `of ${source.length} characters, of which ${maxCueLength} are read` }
  if (source.includes('|')) return { problem: 'that holds `|`' }
  if (source.includes('$')) return { problem: 'that names a list of the rubric' }
  const broad = tooBroad(source)
  if (broad !== undefined) return { problem: broad }
  try {
    return { pattern: compilePattern(source, {}) }
  } catch (error) {
    if (error instanceof PatternError) return { problem: `with ${error.message}` }
    throw error
  }
}
