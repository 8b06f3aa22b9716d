// Makes review suggestions of the fixes that an untrusted run of the linter has left. Data in, data out.
import { readDiff, readPatch } from './suggest-diff.mjs'

/** Bytes that each file of the artifact may have. */
export const artifactFiles = { 'fixes.diff': 512 * 1024, 'pull-request.json': 1024 }

const most = { comments: 20, earlier: 100, lines: 20, characters: 20_000 }

/** Whoever posts with the token of a workflow. */
const poster = 'github-actions[bot]'

/** Control and format characters, such as those that turn the direction of text: nobody sees what they do. */
const unseen = /[^\P{C}\t]|[\p{Zl}\p{Zp}]/u

/**
 * What the artifact says of the pull request that it belongs to.
 * @throws Error when it has another shape
 */
function readClaim(text) {
  let claim
  try {
    claim = JSON.parse(text)
  } catch {
    claim = undefined
  }
  const { number, head, ...rest } = claim ?? {}
  if (!Number.isSafeInteger(number) || !/^[0-9a-f]{40}$/.test(head) || Object.keys(rest).length > 0)
    throw new Error('the artifact does not say which pull request it is of')
  return { number, head }
}

/** What a hunk replaces: the first line, the old lines there, the new ones. One that only adds takes a line beside it along. */
function editsOf({ oldStart, lines }) {
  const edits = []
  let at = oldStart
  let above
  for (let index = 0; index < lines.length; ) {
    if (lines[index].sign === ' ') {
      above = lines[index].text
      at += 1
      index += 1
      continue
    }
    const end = lines.findIndex(({ sign }, other) => other > index && sign === ' ')
    const run = lines.slice(index, end < 0 ? undefined : end)
    const of = (sign) => run.filter((line) => line.sign === sign).map(({ text }) => text)
    const [before, after] = [of('-'), of('+')]
    const below = lines[index + run.length]?.text
    if (before.length > 0) edits.push({ line: at, before, after })
    else if (above !== undefined) edits.push({ line: at - 1, before: [above], after: [above, ...after] })
    else if (below !== undefined) edits.push({ line: at, before: [below], after: [...after, below] })
    at += before.length
    index += run.length
  }
  return edits
}

/** The lines of the new side that a pull request's diff shows: number to text, and the hunk in which it stands. */
function shownLines(patch) {
  const shown = new Map()
  for (const [hunk, { newStart, lines }] of readPatch(patch).entries()) {
    let at = newStart
    for (const { sign, text } of lines) {
      if (sign === '-') continue
      shown.set(at, { text, hunk })
      at += 1
    }
  }
  return shown
}

const isInDiff = ({ line, before }, shown) =>
  before.every((text, index) => {
    const there = shown.get(line + index)
    return there?.text === text && there.hunk === shown.get(line)?.hunk
  })

function isHarmless({ before, after }) {
  const text = after.join('\n')
  return (
    before.length <= most.lines &&
    after.length <= most.lines &&
    text.length <= most.characters &&
    text !== before.join('\n') &&
    !after.some((line) => unseen.test(line))
  )
}

/** A fence that is longer than any run of backticks in the text, so that nothing in it ends the block. */
function suggestion(after) {
  const runs = after.flatMap((line) => line.match(/`+/g) ?? []).map(({ length }) => length)
  const fence = '`'.repeat(Math.max(2, ...runs) + 1)
  return ['The linter can write this itself:', '', `${fence}suggestion`, ...after, fence, ''].join('\n')
}

function commentOn(path, { line, before, after }) {
  const last = line + before.length - 1
  const several = before.length > 1 ? { start_line: line, start_side: 'RIGHT' } : {}
  return { path, line: last, side: 'RIGHT', ...several, body: suggestion(after) }
}

const isDrill = (path) => /^drills\/[^\\\p{C}]+\.(?:md|yml)$/u.test(path) && !/(?:^|\/)\.{0,2}\//.test(path)

/**
 * The review to post, without comments when there is nothing to say.
 * @param texts the files of the artifact
 * @param pull number and head of the pull request, and its files, as the API gives them
 * @param earlier its review comments, as the API gives them
 * @throws Error when the artifact has another shape or belongs elsewhere; the message holds nothing of it
 */
export function reviewOf(texts, { number, head, files }, earlier) {
  const claim = readClaim(texts.get('pull-request.json') ?? '')
  if (claim.number !== number || claim.head !== head)
    throw new Error('the artifact is of another pull request, or of another commit')
  const patches = new Map(
    files.flatMap(({ filename, patch }) => (isDrill(filename) && patch ? [[filename, patch]] : [])),
  )
  const wanted = readDiff(texts.get('fixes.diff') ?? '').flatMap(({ file, hunks }) => {
    if (!patches.has(file)) return hunks.flatMap(editsOf).map(() => undefined)
    const shown = shownLines(patches.get(file))
    return hunks
      .flatMap(editsOf)
      .map((edit) => (isHarmless(edit) && isInDiff(edit, shown) ? commentOn(file, edit) : undefined))
  })
  const own = earlier.filter(({ user }) => user?.login === poster)
  const isNew = (comment) =>
    !own.some(
      ({ path, line, body }) => path === comment.path && line === comment.line && body === comment.body,
    )
  const possible = wanted.filter((comment) => comment !== undefined)
  const room = Math.max(0, Math.min(most.comments, most.earlier - own.length))
  const comments = possible.filter(isNew).slice(0, room)
  return {
    dropped: wanted.length - possible.length,
    review: {
      commit_id: head,
      event: 'COMMENT',
      body: 'Corrections that the linter can make itself. Commit those that you agree with, or run `node bin/drills.js lint --fix`.',
      comments,
    },
  }
}
