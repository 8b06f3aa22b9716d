import manifest from '../../package.json' with { type: 'json' }

/** The name of the package that holds the drills of this project. */
export const packageName: string = manifest.name

/** The version of the toolchain and of the content, which are released together. */
export const version: string = manifest.version

/** Lowest Node.js that the toolchain and the package support. */
export const nodeRange: string = manifest.engines.node

export const repository: string = manifest.repository.url.replace(/^git\+/, '').replace(/\.git$/, '')

/** The page of a rule. */
export const ruleUrl = (rule: string): string => `${repository}/blob/main/docs/rules/${rule}.md`
