import type { Artifact } from '../../io/write-folder.ts'
import { packageName, repository } from '../../model/project.ts'

/** Whose package it is, and what its package.json says of it. */
export interface Identity {
  readonly name: string
  readonly version: string
  /** Further fields of its package.json. */
  readonly fields: Readonly<Record<string, unknown>>
  /** The files that hold the licence of its content. */
  readonly licences: readonly Artifact[]
}

/** Whether it is the package of this project, which has a licence for its code and one for its content. */
export const isOurs = ({ name }: Pick<Identity, 'name'>): boolean => name === packageName

/** What our package says of itself; the root package, which is the toolchain, is private. */
export const ourFields: Identity['fields'] = {
  description: 'Interview and exam drills on audio-text ML systems, as typed data',
  keywords: ['interview', 'machine-learning', 'speech', 'asr', 'tts', 'system-design'],
  license: 'MIT AND CC-BY-4.0',
  homepage: `${repository}#readme`,
  repository: { type: 'git', url: `git+${repository}.git` },
  bugs: `${repository}/issues`,
}

/** The version of what has none. */
export const noVersion = '0.0.0'

/** An identity for what is compared or shown and never published. */
export const bareIdentity = (name: string, version: string): Identity => ({
  name,
  version,
  fields: {},
  licences: [],
})

/** The page of a repository on GitHub, whose tags can be linked to; undefined for one elsewhere. */
export function githubPage({ fields: { repository: declared } }: Identity): string | undefined {
  const { url }: { url?: unknown } =
    typeof declared === 'object' && declared !== null ? declared : { url: declared }
  if (typeof url !== 'string') return undefined
  const [, found] =
    /^(?:github:|(?:git\+)?https:\/\/github\.com\/|(?:git\+ssh:\/\/)?git@github\.com[:/])?([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
      url,
    ) ?? []
  return found && `https://github.com/${found}`
}
