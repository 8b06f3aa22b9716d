/** What the app says of the drills that it shows. */
export interface About {
  /** The name of the package, for the files that learners export. */
  readonly name: string
  readonly version: string
  /** The name of the site. */
  readonly title: string
  /** The heading of the first page. */
  readonly heading: string
  /** Undefined when none is declared. */
  readonly licence?: string
}

/** What the modules need of a catalog entry. */
interface Entry {
  readonly id: string
  readonly topics: readonly string[]
  readonly digests: { readonly substance: string }
  /** How many follow-ups the drill has. */
  readonly followUps: number
}

/** What the modules need of a track. */
interface ListedTrack {
  readonly id: string
  readonly title: string
  readonly drills: readonly string[]
}

/** What the modules are made of. */
export interface Corpus {
  readonly catalog: readonly Entry[]
  readonly tracks: readonly ListedTrack[]
  readonly about: About
}

/** So many characters of a digest tell apart any two that are ever compared. */
const distinct = 12

/** Adds to the entries of a catalog what the modules need of the drills. */
export function entriesOf<Listed extends Omit<Entry, 'followUps'>>(
  catalog: readonly Listed[],
  drills: readonly { readonly id: string; readonly followUps: readonly unknown[] }[],
): (Listed & Entry)[] {
  const counts = new Map(drills.map(({ id, followUps }) => [id, followUps.length]))
  return catalog.map((entry) => ({ ...entry, followUps: counts.get(entry.id) ?? 0 }))
}

/**
 * Modules that are made of a package for the app, by name. The catalog comes in parts, because hardly any of it can be
 * compressed: the `menu` is what every list of drills needs, `topics` are for search and filters, `digests` for the start
 * of an attempt, and `substances`, how the digest of each drill's substance begins, tell whether an attempt is at what
 * the drill is now. Ids that are asked for come from addresses, so these are maps and no objects. The texts of tracks are
 * for the pages that show them.
 */
export const corpusModules = {
  menu: ({ catalog }) => JSON.stringify(catalog.map(({ digests: _, topics: __, ...entry }) => entry)),
  topics: ({ catalog }) => `new Map(${JSON.stringify(catalog.map(({ id, topics }) => [id, topics]))})`,
  digests: ({ catalog }) => `new Map(${JSON.stringify(catalog.map(({ id, digests }) => [id, digests]))})`,
  substances: ({ catalog }) =>
    `new Map(${JSON.stringify(catalog.map(({ id, digests }) => [id, digests.substance.slice(0, distinct)]))})`,
  tracks: ({ tracks }) => JSON.stringify(tracks.map(({ id, title, drills }) => ({ id, title, drills }))),
  about: ({ about }) => JSON.stringify(about),
} as const satisfies Readonly<Record<string, (corpus: Corpus) => string>>

/** The text of a module. */
export const moduleText = (name: keyof typeof corpusModules, corpus: Corpus): string =>
  `export default ${corpusModules[name](corpus)}\n`
