const controls = /[\0-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\\0' }

const visible = (character: string): string => {
  const code = (character.codePointAt(0) ?? 0).toString(16)
  return named[character] ?? (code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`)
}

/**
 * Author text for one line of a terminal or a log: control characters, text direction marks and zero-width
 * characters become visible escapes, and what a CI runner would read as a command (`::cmd`, `##[cmd]`) is broken up.
 */
export function printable(text: string): string {
  return text.replace(controls, visible).replaceAll('::', ': :').replaceAll('##[', '## [')
}
