// Reads declaration files, as far as the published package needs it. What it does not know it refuses.

/** Comments go, strings stay, whatever looks like the other inside them. */
const withoutComments = (source) =>
  source.replace(
    /('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, text) => text ?? '',
  )

const value = /^(?:declare )?(?:const|function|class|abstract class) ([\w$]+)/
const type = /^(?:declare )?(?:interface|type) ([\w$]+)/
const again = /^type \{([^}]*)\} from '([^']+)'$/

function add(map, name, text) {
  map.set(name, [...(map.get(name) ?? []), text])
}

/**
 * The exported declarations of a file, each as text without comments: values, types, and where re-exported types are from.
 * @throws Error for a statement that it can't read
 */
export function declarationsOf(source) {
  const lines = withoutComments(source)
    .split('\n')
    .map((line) => line.replace(/;?\s*$/, ''))
    .filter((line) => line !== '')
  const statements = lines.join('\n').split(/\n(?=(?:export|import|declare|interface|type)\b)/)
  const found = { values: new Map(), types: new Map(), from: new Map() }
  for (const statement of statements) {
    const text = statement.replace(/^export /, '').replace(/^declare /, '')
    const reExport = again.exec(text)
    if (/^import\b/.test(statement)) continue
    if (text === statement) throw new Error(`can’t read the declaration “${statement}”`)
    if (reExport)
      for (const name of reExport[1].split(','))
        found.from.set(name.trim(), reExport[2].replace(/\.js$/, '.d.ts'))
    else if (value.test(text)) add(found.values, value.exec(text)[1], text)
    else if (type.test(text)) add(found.types, type.exec(text)[1], text)
    else throw new Error(`can’t read the declaration “${statement}”`)
  }
  return found
}
