import type { Edit } from '../../model/diagnostic.ts'
import type { Item, Label } from '../../model/document.ts'
import { signBeside, signInPlace } from '../../text/label-signs.ts'
import { sameName } from '../../text/same-name.ts'
import { slug } from '../../text/slug.ts'

/** Bold text without links, code or other marks that a new label would lose. */
const simple = /^(\*\*|__)([^*_`[\]\\]+)\1$/

/**
 * What has to follow a label: Markdown does not end bold text between a colon and a letter.
 * Undefined before an invisible character, which has to be fixed first.
 */
function gapBefore(after: string): '' | ' ' | undefined {
  if (/^(?:\s|$)/.test(after) && !after.startsWith('\ufeff')) return ''
  return /^[\p{L}\p{N}\p{P}\p{S}]/u.test(after) ? ' ' : undefined
}

/**
 * Writes a label as it should be: bold, with its colon inside. Empty when the label holds more than a name.
 * @param name the right name; by default the one that is written
 */
export function labelFix(text: string, label: Label, name?: string): Edit[] {
  const written = simple.exec(text.slice(label.start, label.end))?.[2]
  const after = text.slice(label.end)
  // Bold letters that start a word are no label without its colon.
  if (written === undefined || (label.colon === 'missing' && /^[\p{L}\p{N}]/u.test(after))) return []
  const isBehind = label.colon === 'outside' || label.colon === 'missing'
  const mark = (isBehind ? signInPlace(after) : signBeside(after)).length
  const gap = gapBefore(after.slice(mark))
  if (gap === undefined || (isBehind && mark === 0 && /^[ \t]*[=~>|/+→]/.test(after))) return []
  if (name !== undefined && !sameName(label.text, name)) return []
  const inside = name ?? (label.colon === 'other' ? label.text : written.trim())
  return [{ start: label.start, end: label.end + mark, text: `**${inside}:**${gap}` }]
}

/** Makes the first words of an item its label. Empty where they are more than the name. */
export function unlabelledFix(text: string, item: Item, name: string): Edit[] {
  const { start, end } = item
  const match =
    /^((?:[-+*]|\d{1,9}[.)])(?: {1,4}|\t))(\*{0,3}|_{0,3})([\p{L}\p{N}][^:：–—.*_`[\]\\<&\n\r]{0,39})(?:(?::(?!\/)|：)\2|\2[ \t]*(?::(?!\/)|：))/u.exec(
      text.slice(start, end),
    )
  // Marks that are no part of the text are read; others have to be mended first.
  if (!match || /^[*_]/.test(item.text)) return []
  const [all, marker = '', , words = ''] = match
  // These words may be the marker of a list inside the item.
  if (slug(words) !== slug(item.text.slice(0, Math.max(item.text.search(/[:：]/), 0)))) return []
  const after = text.slice(start + all.length)
  // Half of the marks is there already.
  const gap = /^[*_]/.test(after) ? undefined : gapBefore(after)
  if (gap === undefined || !sameName(words, name)) return []
  return [{ start: start + marker.length, end: start + all.length, text: `**${name}:**${gap}` }]
}
