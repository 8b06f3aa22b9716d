export const capitalise = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** A kebab-case id as words: `System design` for `system-design`. */
export const idWords = (id: string): string => capitalise(id.replaceAll('-', ' '))
