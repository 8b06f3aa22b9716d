/** Far enough for every context below. */
const reach = 32

const oneOf = (scripts: string): string =>
  scripts
    .split(' ')
    .map((script) => `\\p{Script_Extensions=${script}}`)
    .join('')

/** Scripts whose letters join their neighbours. */
const cursive = oneOf(
  'Arabic Syriac Mandaic Nko Mongolian Phags_Pa Adlam Hanifi_Rohingya Manichaean Psalter_Pahlavi Sogdian',
)
/** Scripts whose letters melt into others, which joiners allow or prevent. */
const conjoining = oneOf(
  'Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Tibetan Myanmar Khmer Balinese Javanese',
)
/** Scripts that put no blanks between words, only places where a line may end. */
const unspaced = oneOf('Khmer Lao Myanmar Thai')
const rightToLeft = oneOf('Hebrew Arabic Syriac Thaana Nko Mandaic Samaritan Adlam Hanifi_Rohingya')

/** Signs that take the vowel off a letter: characters of the combining class 9. */
const virama =
  '\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d3b\\u0d3c\\u0d4d\\u0dca\\u0f84\\u1039\\u103a\\u17d2\\u1b44\\ua9c0'

/** A letter with the marks on it, at the end of a text. */
const endsIn = (scripts: string): RegExp => new RegExp(`(?=[${scripts}])[\\p{L}\\p{M}]\\p{M}*$`, 'u')
const startsIn = (scripts: string): RegExp => new RegExp(`^(?=[${scripts}])[\\p{L}\\p{M}]`, 'u')

const [afterCursive, beforeCursive] = [endsIn(cursive), startsIn(cursive)]
const [afterConjoining, beforeConjoining] = [endsIn(conjoining), startsIn(conjoining)]
const [afterUnspaced, beforeUnspaced] = [endsIn(unspaced), startsIn(unspaced)]
const [afterVisible, beforeVisible] = [/[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u, /^[\p{L}\p{N}\p{P}\p{S}]/u]
const afterVirama = new RegExp(`[${virama}]\\p{M}*$`, 'u')
const beforeVirama = new RegExp(`^[${virama}]`, 'u')
const afterWord = /[\p{L}\p{N}]\p{M}*$/u
const afterEmoji = /\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?$/u
const beforeEmoji = /^\p{Extended_Pictographic}/u
const hasRightToLeft = new RegExp(`(?=[${rightToLeft}])\\p{L}`, 'u')
/** The flags of England, Scotland and Wales: a black flag and the name in tags. */
const tagged =
  /\u{1f3f4}(?:\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f})/u
const selectable = /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{N}\p{P}\p{S}]$/u

const skipBack = {
  '\u200c': /[\u200d\u00ad\u200b\u2060\ufeff]+$/,
  '\u200d': /[\u00ad\u200b\u200c\u2060\ufeff]+$/,
}
/** What stands between a joiner and the words on its sides: `**API**` and `«کتاب»` take the same endings as they do bare. */
const [closing, opening] = [/[\p{P}\p{S}]+$/u, /^[\p{P}\p{S}]+/u]
const skipOn = /^[\u00ad\u200b-\u200d\u2060\ufeff]+/

/** Whether a joiner shapes the letters around it. Of several in a row the first does. */
function joins(joiner: '\u200c' | '\u200d', left: string, right: string): boolean {
  const before = left.replace(skipBack[joiner], '')
  const after = right.replace(skipOn, '')
  if (afterVirama.test(before)) return true
  if (joiner === '\u200c')
    return (
      (afterWord.test(before.replace(closing, '')) && beforeCursive.test(after.replace(opening, ''))) ||
      (afterConjoining.test(before) && beforeConjoining.test(after))
    )
  return (
    afterCursive.test(before) ||
    beforeCursive.test(after) ||
    (afterConjoining.test(before) && beforeVirama.test(after)) ||
    (afterEmoji.test(before) && beforeEmoji.test(after))
  )
}

/** The line around a place, or what is near it of a very long one. */
function lineAround(text: string, at: number): string {
  const [left, right] = [text.slice(Math.max(0, at - 1000), at), text.slice(at, at + 1000)]
  return `${left.slice(left.search(/[^\n\r]*$/))}${right.slice(0, right.search(/[\n\r]|$/))}`
}

/** Whether a tag character belongs to one of the flags that are written with them. */
function isOfFlag(text: string, at: number): boolean {
  const near = text.slice(Math.max(0, at - 14), at + 14)
  const found = tagged.exec(near)
  if (!found) return false
  const place = at - Math.max(0, at - 14)
  return found.index < place && place < found.index + found[0].length
}

/**
 * Whether an invisible character is part of the writing where it stands: a joiner that shapes letters or an emoji, a
 * place to end a line in a script without blanks, a direction mark in a line that is written from right to left, the
 * tags of a flag, the selector of a variant.
 */
export function belongs(character: string, text: string, at: number): boolean {
  const left = text.slice(Math.max(0, at - reach), at)
  const right = text.slice(at + character.length, at + character.length + reach)
  if (character === '\u200c' || character === '\u200d') return joins(character, left, right)
  if (character === '\u200b')
    return (
      (afterUnspaced.test(left) && beforeVisible.test(right)) ||
      (afterVisible.test(left) && beforeUnspaced.test(right))
    )
  if (character === '\u180e') return /\p{Script=Mongolian}$/u.test(left)
  if (/[\u200e\u200f\u061c]/.test(character)) return hasRightToLeft.test(lineAround(text, at))
  if (/\p{Variation_Selector}/u.test(character)) return selectable.test(left)
  return /[\u{e0020}-\u{e007f}]/u.test(character) && isOfFlag(text, at)
}
