/** Letters that Unicode does not decompose, spelled in ASCII. */
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

/**
 * The kebab-case id of a title: accents are folded, apostrophes join, everything else separates. Undefined for a title
 * with letters of another script: an id is permanent and must not silently lose part of its title.
 */
export function idOf(title: string): string | undefined {
  const folded = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøđðħłþı]/g, (letter) => spelled[letter] ?? letter)
    .replace(/(?<=[a-z])['’](?=[a-z])/g, '')
  if (/(?![a-z0-9])[\p{L}\p{N}]/u.test(folded)) return undefined
  return folded.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}
