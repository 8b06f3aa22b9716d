import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UsageError, unknownWord } from '../../io/usage-error.ts'
import { quote } from '../../text/quote.ts'

type Options = NonNullable<ParseArgsConfig['options']>

type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; strict: true; allowPositionals: true }>
>

/** Flags of every command, handled before the command runs. */
const common = ['help', 'version']

/**
 * Reads the arguments of a command.
 * @throws UsageError naming the flag
 */
export function readArguments<const O extends Options>(
  args: readonly string[],
  options: O,
  command: string,
): Values<O> {
  const help = `see \`drills ${command} --help\``
  // Strict mode has messages of several lines that differ between versions of Node.
  const { tokens, ...found } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    if (!option) {
      const flags = [...Object.keys(options), ...common].map((known) => `--${known}`)
      throw unknownWord('flag', rawName, flags, help)
    }
    if (option.type === 'boolean' && value !== undefined)
      throw new UsageError(`flag ${quote(rawName)} takes no value, not ${quote(value)}; ${help}`)
    // A flag in place of a value is a forgotten value, unless it follows `=`.
    const forgotten = value === undefined || (!inlineValue && value.startsWith('-'))
    if (option.type === 'string' && forgotten)
      throw new UsageError(`flag ${quote(rawName)} needs a value; ${help}`)
  }
  return found as Values<O>
}
