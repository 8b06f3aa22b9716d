// Reads a drill with criteria from its Markdown, as far as grading needs it: for drafts that lie outside the corpus.
import { readdir, readFile } from 'node:fs/promises'
import { parse } from 'yaml'

const slug = (text) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')
const words = (markdown) => markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]/g, '')

/** The parts of Markdown under headings of a level, by heading. */
function under(markdown, level) {
  const [, ...parts] = markdown.split(new RegExp(`^${'#'.repeat(level)} `, 'm'))
  return parts.map((part) => {
    const end = part.indexOf('\n')
    return { title: part.slice(0, end).trim(), body: part.slice(end + 1).trim() }
  })
}

/** Items `- **Label:** text`, by label. */
const items = (markdown) =>
  markdown
    .split(/^- /m)
    .slice(1)
    .map((item) => /^\*\*([^*]*?):?\*\*:?\s*([\s\S]*)$/.exec(item.trim()) ?? ['', '', item.trim()])
    .map(([, label, text]) => ({ label, text }))

function criterion({ title, body }) {
  const all = items(body)
  const texts = (label) =>
    all.filter((item) => item.label.toLowerCase() === label).map(({ text }) => ({ markdown: text }))
  const [met] = texts('met')
  const [partly] = texts('partly')
  const cues = texts('cues').flatMap(({ markdown }) =>
    [...markdown.matchAll(/`([^`]+)`/g)].map(([, cue]) => cue),
  )
  return {
    id: slug(title),
    title,
    weight: Number(texts('weight')[0]?.markdown ?? 5),
    revision: 1,
    met: met ?? { markdown: '' },
    ...(partly && { partly }),
    alsoMet: texts('also met'),
    cues,
  }
}

const links = (markdown) =>
  [...markdown.matchAll(/\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)]*)\)/g)].flatMap(([, text, url]) => {
    const [, general, id] = /^(\.\.\/rubric\.md)?#([a-z0-9-]+)$/.exec(url) ?? []
    return id
      ? [{ scope: general ? 'general' : 'drill', criterion: id, text: words(text).replace(/\s+/g, ' ') }]
      : []
  })

export function draftDrill(source) {
  const [, matter, ...rest] = source.split(/^---$/m)
  const { id, kind, topics = [], exceptions = [] } = parse(matter)
  const body = rest.join('---')
  const parts = under(body, 2)
  const part = (title) => parts.find((each) => each.title === title)?.body ?? ''
  const answer = part('Answer')
  const sections = under(answer, 3).map((each) => ({
    id: slug(each.title),
    title: each.title,
    body: { markdown: each.body },
  }))
  return {
    id,
    kind,
    topics,
    exceptions,
    title: under(body, 1)[0]?.title ?? id,
    prompt: { markdown: part('Prompt') },
    ...(sections.length > 0 ? { sections } : { answer: { markdown: answer } }),
    criteria: under(part('Criteria'), 3).map(criterion),
    evidence: links(answer).map((each, index) => ({ id: `e${index + 1}`, ...each })),
    redFlags: items(part('Red flags')).map(({ label, text }) => ({
      id: slug(label || text.split(/\s+/).slice(0, 6).join(' ')),
      markdown: text,
      html: '',
    })),
  }
}

/** The drills of a corpus folder. */
export async function draftDrills(folder) {
  const found = []
  for (const kind of ['rounds', 'incidents', 'questions']) {
    const names = await readdir(`${folder}/${kind}`).catch(() => [])
    for (const name of names.filter((each) => each.endsWith('.md')).sort())
      found.push(draftDrill(await readFile(`${folder}/${kind}/${name}`, 'utf8')))
  }
  return found
}
