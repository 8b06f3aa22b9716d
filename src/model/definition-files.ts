/** Where the definition documents stand, from the root of a corpus. */
export const loopFile = 'drills/practice-loop.md'
export const rubricFile = 'drills/rubric.md'
export const redirectsFile = 'drills/redirects.yml'

/** The documents that say what a drill is. Their findings concern every drill. */
export const definitionFiles: readonly string[] = [loopFile, rubricFile]
