import { wordSet } from '../text/word-set.ts'
import { isNegation } from './polarity.ts'
import type { Token } from './tokens.ts'

/** Past forms that are no participles, and that don't end in -ed. */
const narrated = wordSet(
  'went came took gave saw ran fell grew drew broke froze wrote spoke threw sank shrank drove chose began knew rewrote woke',
)
const irregular = wordSet(
  `${[...narrated].join(' ')} was were had did got rose made found lost built sent held kept met paid told spent thought ` +
    'taught brought caught led left',
)
/** Before a participle. */
const auxiliaries = wordSet('be is are was were been being has have had not get gets got an a the as')
/** After a verb in the past that has an object: “compared three vendors”. */
const objects = wordSet('a an the our its their his her it us them that this all every each how what')
/** After these a clause describes something, or says when: its past tells no story. */
const dependent = wordSet(
  'that who which what whom whose where as than if when whenever once until unless because since how',
)
const pronouns = wordSet('we i you they he she it')
/** Past forms of verbs that are no participles either, wherever they stand. */
const copulas = wordSet('was were had did got')
/** Between clauses; a pronoun after these begins a main one. */
const openers = wordSet('and but so then or yet')

const textAt = (tokens: readonly Token[], index: number): string => tokens[index]?.text ?? ''

/** Whether a verb stands in the main clause: not in “that ran before”, nor in “the model we had”. */
function isMain(tokens: readonly Token[], index: number): boolean {
  for (let place = index - 1; place >= Math.max(0, index - 6); place -= 1) {
    if (tokens[place]?.type === 'break') return true
    if (dependent.has(textAt(tokens, place))) return false
    // A pronoun right after a noun begins a clause about the noun.
    const before = tokens[place - 1]
    if (pronouns.has(textAt(tokens, place)) && before?.type === 'word' && !openers.has(before.text))
      return /^(?:in|on|at|of)$/.test(textAt(tokens, place - 2))
  }
  return true
}

/** Words on -er that compare nothing. */
const plain = wordSet(
  'other another after over under never ever either neither whether per her their together however rather number ' +
    'order user server caller customer speaker layer buffer router encoder decoder transformer parameter power paper ' +
    'water answer header computer letter member matter filter center driver owner trigger tier consumer worker offer',
)
const comparatives = wordSet('more less fewer worse better further')

/** Verbs that say what is, and words on -s that are none. */
const still = wordSet(
  'is has does was its this thus us as always perhaps towards versus less plus yes costs takes runs needs uses lasts holds ' +
    'reaches knows works wants says gets lies stands begins starts ends serves',
)
/** Words that only a statement has. */
const finite = wordSet(
  'is are was were has have had can could may might must will would do does did needs takes holds knows wants says gets lasts',
)
/** Verbs of wanting and of what may come to be. */
const wishes =
  /^(?:could|might|ought|wants?|hop(?:e|es|ing)|aim(?:s|ing)?|dreams?|wish(?:es)?|intends?|targets|ideally|promises?)$/
const objectStarts = wordSet(
  'a an the us half twice another about roughly nearly almost some up down off out by only it them',
)

/** Classes of words that are told by their form, not by a list of their own; patterns name them as `<class>`. */
export const wordClasses: Readonly<Record<string, (tokens: readonly Token[], index: number) => boolean>> = {
  /** “rose”, “shipped”: what happened, or what was done to something. */
  past: (tokens, index) => {
    const text = tokens[index]?.text ?? ''
    return irregular.has(text) || (/[^e]ed$/.test(text) && text !== 'hundred')
  },
  /** “we compared three vendors”, “traffic grew”: a story, and no participle. */
  told: (tokens, index) => {
    const text = tokens[index]?.text ?? ''
    if (narrated.has(text) || copulas.has(text))
      return !/^(?:be|to|has|have|not)$/.test(textAt(tokens, index - 1)) && isMain(tokens, index)
    if (!/[^e]ed$/.test(text) || text === 'hundred' || auxiliaries.has(tokens[index - 1]?.text ?? ''))
      return false
    if (pronouns.has(textAt(tokens, index - 1)) && isMain(tokens, index)) return true
    const next = tokens[index + 1]
    if (next?.type === 'number' || objects.has(next?.text ?? '')) return index > 0
    return /^(?:from|under|below|above)$/.test(next?.text ?? '') && tokens[index + 2]?.type === 'number'
  },
  /** “trims 40 ms”, “lifts the rate”: a verb of the present by which something changes something. */
  does: (tokens, index) => {
    const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]]
    if (token?.type !== 'word' || !/^\p{L}{2,}[^s]s$/u.test(token.text) || still.has(token.text)) return false
    return before?.type === 'word' && (next?.type === 'number' || objectStarts.has(next?.text ?? ''))
  },
  /** “is”, “may”, “ends the contract”, “refuse it”: behind a conjunction or a colon, a clause and no list of things. */
  verb: (tokens, index) => {
    const text = textAt(tokens, index)
    const next = tokens[index + 1]
    if (finite.has(text)) return true
    if (tokens[index]?.type !== 'word' || tokens[index - 1]?.type !== 'word') return false
    if (/^(?:it|them|us)$/.test(next?.text ?? '')) return !/^(?:of|for|in|on|with|to|from|at|by)$/.test(text)
    return /^\p{L}{2,}[^s]s$/u.test(text) && (next?.type === 'number' || objectStarts.has(next?.text ?? ''))
  },
  /** “we hope”, “it should be”, “the plan is”: what is wanted and not done; not the “should” of a condition. */
  wish: (tokens, index) => {
    const text = textAt(tokens, index)
    const before = tokens[index - 1]
    if (text === 'should') return before?.type === 'word' && isMain(tokens, index)
    if (text === 'to') return /^(?:like|love|plans?|tr(?:y|ies)|supposed|going)$/.test(before?.text ?? '')
    if (/^(?:plan|goal|idea|question)$/.test(text)) return /^(?:is|for|of)$/.test(textAt(tokens, index + 1))
    return wishes.test(text) && isMain(tokens, index) && before?.type !== 'number'
  },
  /** Any word: with something else, that it stands in one clause with it. */
  word: (tokens, index) => tokens[index]?.type === 'word',
  /** “v41”, “n-1”, “release 12”, “Monday’s”. */
  version: (tokens, index) => {
    const text = tokens[index]?.text ?? ''
    return (
      /^(?:v\d|n-1$|(?:mon|tues|wednes|thurs|fri|satur|sun)day's$)/.test(text) ||
      (/^(?:version|release|revision|firmware|build|v)$/.test(text) && tokens[index + 1]?.type === 'number')
    )
  },
  /** “more”, “faster”, “cheaper”. */
  more: (tokens, index) => {
    const text = tokens[index]?.text ?? ''
    return comparatives.has(text) || (/^\p{L}{2,7}er$/u.test(text) && !plain.has(text))
  },
  /** A word with a capital inside a sentence: a person, a team, a weekday. */
  name: (tokens, index) => tokens[index]?.name === true,
  /** A negation that is no bound: not the “no” of “no more than”. */
  not: (tokens, index) => isNegation(tokens, index),
}
