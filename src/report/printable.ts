// Besides C0, which JSON escapes by itself: DEL and C1, soft hyphen, direction marks, zero-width characters.
const unseen = '\\x7f-\\x9f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff'
const controls = new RegExp(`[\\0-\\x1f${unseen}]`, 'g')
const beyondJson = new RegExp(`[${unseen}]`, 'g')

/** `::cmd` and `##[cmd]`, or `##vso[cmd]`: what CI runners read as a command. */
const commands = /:(?=:)|#(?=#[a-z]*\[)/gi

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\\0' }

const visible = (character: string): string => {
  const code = character.charCodeAt(0).toString(16)
  return named[character] ?? (code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`)
}

/**
 * Author text for one line of a terminal or a log: control characters, text direction marks and zero-width
 * characters become visible escapes, and what a CI runner would read as a command is broken up by a blank.
 */
export function printable(text: string): string {
  return text.replace(controls, visible).replace(commands, '$& ')
}

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** JSON with the same characters and commands as escapes inside its strings, so that the data stay the same. */
export function printableJson(json: string): string {
  return json.replace(beyondJson, escaped).replace(commands, escaped)
}
