import { isPackageName } from '../../text/package-name.ts'

/** What a field may hold, with the words for it. */
interface Field {
  readonly expected: string
  /** What goes into the package; undefined for what can't. */
  readonly take: (value: unknown) => unknown
}

/** Control characters, and marks that turn the direction of text. */
const unprintable = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u

/** Semantic Versioning 2.0.0. */
const number = '(?:0|[1-9]\\d*)'
const label = `(?:${number}|\\d*[A-Za-z-][\\dA-Za-z-]*)`
const version = new RegExp(
  `^${number}\\.${number}\\.${number}(?:-${label}(?:\\.${label})*)?(?:\\+[\\dA-Za-z-]+(?:\\.[\\dA-Za-z-]+)*)?$`,
)

const isText = (value: unknown): value is string => typeof value === 'string' && !unprintable.test(value)

const textThat =
  (fits: (text: string) => boolean): Field['take'] =>
  (value) =>
    isText(value) && fits(value) ? value : undefined

const text = textThat(() => true)

/** The parts of an object that npm knows, each a text. Others are no business of an app. */
const object =
  (isKnown: (key: string) => boolean): Field['take'] =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    const known = Object.entries(value).filter(([key, each]) => isKnown(key) && each !== '')
    return known.every(([, each]) => isText(each) || typeof each === 'boolean')
      ? Object.fromEntries(known)
      : undefined
  }

const oneOf = (...keys: readonly string[]) => object((key) => keys.includes(key))

const textOr =
  (take: Field['take']): Field['take'] =>
  (value) =>
    text(value) ?? take(value)

/** The fields of package.json that a package of drills takes over, in the order in which it has them. */
export const manifestFields: Readonly<Record<string, Field>> = {
  name: { expected: 'a name that npm takes, such as `acme-drills`', take: textThat(isPackageName) },
  version: {
    expected: 'a version such as `1.0.0`',
    take: textThat((word) => word.length <= 256 && version.test(word)),
  },
  private: {
    expected: '`true` or `false`',
    take: (value) => (typeof value === 'boolean' ? value : undefined),
  },
  description: { expected: 'text on one line', take: text },
  keywords: {
    expected: 'a list of words',
    take: (value) => (Array.isArray(value) && value.every(isText) ? value : undefined),
  },
  license: { expected: 'an SPDX expression, `UNLICENSED` or `SEE LICENSE IN <file>`', take: text },
  homepage: { expected: 'an address', take: text },
  repository: {
    expected: 'an address, or `type` and `url`',
    take: textOr(oneOf('type', 'url', 'directory')),
  },
  bugs: { expected: 'an address, or `url` and `email`', take: textOr(oneOf('url', 'email')) },
  author: { expected: 'a name, or `name`, `email` and `url`', take: textOr(oneOf('name', 'email', 'url')) },
  // Without it a package that is meant for the registry of a company would go to the public one.
  publishConfig: {
    expected: 'settings such as `registry`, each a text',
    take: object((key) => /^(?:registry|access|tag|provenance|@[^:]+:registry)$/.test(key)),
  },
}
