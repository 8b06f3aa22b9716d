import { type ParseArgsConfig, parseArgs } from 'node:util'
import { didYouMean, quote } from './words.ts'

/** Wrong usage: one line for the person, exit code 2. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>

type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; strict: true; allowPositionals: true }>
>

const hint = (word: string, known: readonly string[]): string => {
  const meant = didYouMean(word, known)
  return meant === undefined ? '' : `; did you mean \`${meant}\`?`
}

/** Names a word that is not one of those known. */
export function unknown(what: string, word: string, known: readonly string[], otherwise: string): UsageError {
  return new UsageError(`unknown ${what} ${quote(word)}${hint(word, known) || `; ${otherwise}`}`)
}

/**
 * Reads the arguments of a command.
 * @throws UsageError naming the flag
 */
export function readArguments<const O extends Options>(
  args: readonly string[],
  options: O,
  command: string,
): Values<O> {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const flag = args.find(
      (arg) => /^--?[^-]/.test(arg) && !Object.hasOwn(options, arg.replace(/^--?/, '').replace(/=.*/, '')),
    )
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && flag !== undefined) {
      const flags = Object.keys(options).map((name) => `--${name}`)
      throw unknown('flag', flag.replace(/=.*/s, ''), flags, `see \`drills ${command} --help\``)
    }
    if (code === undefined) throw error
    const message =
      (error as Error).message
        .split('\n')[0]
        ?.replace(/\s+/g, ' ')
        .replace(/\.? To specify.*$|\. Did you.*$/, '') ?? ''
    throw new UsageError(
      `${message.charAt(0).toLowerCase()}${message.slice(1)}; see \`drills ${command} --help\``,
    )
  }
}
