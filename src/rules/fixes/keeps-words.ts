import { singularSlug } from '../../text/slug.ts'

/** Whether a name can replace what is written without losing a word: it has as many, or they are joined or split. */
export function keepsWords(written: string, name: string): boolean {
  const [before, after] = [singularSlug(written), singularSlug(name)]
  return (
    before.split('-').length <= after.split('-').length ||
    before.replaceAll('-', '') === after.replaceAll('-', '')
  )
}
