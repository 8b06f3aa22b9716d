// Reads untrusted unified diffs.

const hunkHead = /^@@ -(\d{1,6})(?:,(\d{1,6}))? \+(\d{1,6})(?:,(\d{1,6}))? @@/
const fileHead = /^--- (?:a\/)?([^\t]+)(?:\t.*)?$/
const newHead = /^\+\+\+ (?:b\/)?([^\t]+)(?:\t.*)?$/

/** Lines before a file that programs write, and that say nothing more. */
const preamble = /^(?:diff --git |index |Index: |={3,}$)/

const lengthOf = (word) => (word === undefined ? 1 : Number(word))

/**
 * Hunks from a line on, and the line after them.
 * @throws Error when one is not as long as it says
 */
function hunksAt(lines, start) {
  const hunks = []
  let at = start
  for (;;) {
    const head = hunkHead.exec(lines[at] ?? '')
    if (!head) return { hunks, next: at }
    const left = { '-': lengthOf(head[2]), '+': lengthOf(head[4]) }
    const hunk = { oldStart: Number(head[1]), newStart: Number(head[3]), lines: [] }
    at += 1
    while (left['-'] > 0 || left['+'] > 0 || lines[at]?.startsWith('\\')) {
      const line = lines[at]
      if (line === undefined || !/^[-+ \\]/.test(line)) throw new Error('a hunk that is shorter than it says')
      const sign = line[0]
      // A backslash says that the line above ends the file without a line end, which a suggestion can't show.
      if (sign !== '\\') hunk.lines.push({ sign, text: line.slice(1) })
      if (sign === '-' || sign === ' ') left['-'] -= 1
      if (sign === '+' || sign === ' ') left['+'] -= 1
      if (left['-'] < 0 || left['+'] < 0) throw new Error('a hunk that is longer than it says')
      at += 1
    }
    hunks.push(hunk)
  }
}

const linesOf = (text) => {
  const lines = text.split('\n')
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

/**
 * The hunks of a file's patch, as the forge gives it.
 * @throws Error when there is anything else in it
 */
export function readPatch(text) {
  const lines = linesOf(text)
  const { hunks, next } = hunksAt(lines, 0)
  if (next < lines.length) throw new Error('a patch that holds more than hunks')
  return hunks
}

/**
 * The files of a diff, each with its hunks.
 * @throws Error when anything in it is no diff between two states of the same file
 */
export function readDiff(text) {
  const lines = linesOf(text)
  const files = []
  for (let at = 0; at < lines.length; ) {
    if (preamble.test(lines[at])) {
      at += 1
      continue
    }
    const file = fileHead.exec(lines[at])?.[1]
    if (file === undefined || newHead.exec(lines[at + 1] ?? '')?.[1] !== file)
      throw new Error('a diff that holds more than changes of files')
    const { hunks, next } = hunksAt(lines, at + 2)
    if (hunks.length === 0) throw new Error('a file without changes')
    files.push({ file, hunks })
    at = next
  }
  return files
}
