import { unknownWord } from '../../io/usage-error.ts'
import { oneOf } from '../../text/quote.ts'

/**
 * The value of `--format`, which must be a name in the table of formats.
 * @throws UsageError naming the formats
 */
export function formatFlag<Formats extends object>(word: string, formats: Formats): keyof Formats {
  const isFormat = (name: string): name is keyof Formats & string => Object.hasOwn(formats, name)
  if (isFormat(word)) return word
  const names = Object.keys(formats)
  throw unknownWord('format', word, names, `expected ${oneOf(names)}`)
}
