/** What a version raises, from nothing to the most. */
export const bumps = ['none', 'patch', 'minor', 'major'] as const

export type Bump = (typeof bumps)[number]

/** The larger of two bumps. */
export const largerBump = (a: Bump, b: Bump): Bump => (bumps.indexOf(a) >= bumps.indexOf(b) ? a : b)

export const largestBump = (all: readonly Bump[]): Bump => all.reduce<Bump>(largerBump, 'none')
