import { createRandom, pick } from './random.mjs'

const swap = (from, to) => (text) => text.replace(from, to)
const points = (text) => text.replace(/^(- \*\*(?:Latency|Gate|Monitoring):\*\* ).*$/m, '$1soon enough.')
const dropPoint = (text) => text.replace(/^- \*\*(?:Monitoring|Rollback|Privacy):\*\* .*\n/m, '')

const unlink = (text, url) => text.replaceAll(new RegExp(`\\[([^\\]]+)\\]\\(${url}\\)`, 'g'), '$1')

/** What authors get wrong, by the rule that says so and what is wrong. Each changes the text of a valid drill. */
const everywhere = {
  'front-matter': swap(/^---\n\n/m, '\n'),
  'schema/key': swap(/^difficulty: /m, 'dificulty: '),
  'schema/value': swap(/^difficulty: .*$/m, 'difficulty: hard'),
  'file-name': swap(/^id: [a-z]+-/m, 'id: '),
  title: swap(/^# /m, '## '),
  sections: swap('## Prompt', '## Promt'),
  'rubric-evidence/words': (text) =>
    text.replace(/\[[^\]]+\](\(\.\.\/rubric\.md#)/, '[a clear and sensible plan]$1'),
  'rubric-evidence/criterion': swap(/rubric\.md#([a-z-]+)[a-z]\)/, 'rubric.md#$1)'),
  'link-targets': swap('## Answer\n', '## Answer\n\nSee [the guide](../guide.md) for terms.\n'),
  placeholder: swap(/\n\n## Answer/, ' TODO: more detail.\n\n## Answer'),
  'plain-markdown': swap('## Prompt\n\n', '## Prompt\n\n<br>\n\n'),
  links: swap('## Answer\n', '## Answer\n\nSee [the standard](http://www.example.org/standard) for terms.\n'),
  'criteria/unshown': (text) => unlink(text, /\[([^\]]+)\]\((#[a-z-]+)\)/.exec(text)?.[2]),
  'criteria/words': (text) => text.replace(/\[[^\]]+\](\(#[a-z-]+\))/, '[A clear and sensible plan]$1'),
  'criteria/told': (text) => {
    const shown = /\[([^\]]+)\]\(#[a-z-]+\)/.exec(text)?.[1]
    return shown ? text.replace('\n\n## Answer', ` ${shown}.\n\n## Answer`) : text
  },
  'criteria/broad': swap('- **Cues:** ', '- **Cues:** `latency`, '),
  'criteria/bar': swap('- **Cues:** `', '- **Cues:** `soon | '),
  'criteria/spans': (text) => text.replace(/^- \*\*Cues:\*\* .*$/m, (cues) => cues.replaceAll('`', '')),
  'criteria/weight': (text) => text.replace(/^- \*\*Weight:\*\* \d+$/m, '- **Weight:** high'),
  'criteria/label': swap('- **Met:**', '- **Meets:**'),
  'vague-criterion': swap('- **Met:** ', '- **Met:** gives a good and robust answer, and '),
  'sections/answers': (text) => text.replace(/(## Follow-ups\n\n- .*\n\n) {2}/, '$1'),
  'prompt-leak': (text) => {
    const answer = /^- \*\*[^*]+:\*\* (?!\[)([^[\n]{40,120}?)[.;]/m.exec(text)?.[1]
    return answer ? text.replace('\n\n## Answer', ` ${answer}.\n\n## Answer`) : text
  },
}

/** What only the long answers of rounds and incidents can get wrong. */
const inSections = {
  'points/missing': dropPoint,
  'points/label': swap('**Rollback:**', '**Rolback:**'),
  'points/colon': swap('**Traffic:**', '**Traffic**:'),
  'points/thin': points,
  'rubric-coverage': (text) => text.replace(/\[([^\]]+)\]\(\.\.\/rubric\.md#learning-from-failures\)/g, '$1'),
  'model-path': (text) => text.replace(/(### Model path\n\n)- \*\*[^*]+:\*\*/, '$1- **Core:**'),
  'tradeoff-reason': (text) =>
    text.replace(/(### Tradeoffs\n\n)(?:- .*\n)+/, '$1- **No larger model:** We left it out this year.\n'),
  arithmetic: (text) =>
    text.replace(
      /( = )(\d)(?=[\d,]* (?:min|ms|GPU-hours))/,
      (_, sign, digit) => `${sign}${(Number(digit) % 9) + 1}`,
    ),
  'sections/labels': (text) => text.replace(/(## Worked figures\n\n- )\*\*[^*]+\*\* /, '$1'),
  'sections/unanswered': (text) => text.replace(/(## Follow-ups\n\n- .*\n)\n {2}.*\n/, '$1'),
  'sections/items': (text) => text.replace(/(## Red flags\n\n- .*\n)(?:- .*\n)+/, '$1'),
}

/** All mistakes by name. */
export const mistakes = { ...everywhere, ...inSections }

/**
 * Puts one to three mistakes into a drill.
 * @returns the drill with its new text and the names of what is wrong
 */
export function spoil(drill, seed, index) {
  const random = createRandom(seed ^ 0x5bd1e995, index)
  const all = Object.entries(drill.kind === 'question' ? everywhere : mistakes)
  const wrong = []
  let { text } = drill
  for (let left = 1 + random(3); left > 0 || wrong.length === 0; left -= 1) {
    const [name, make] = pick(random, all)
    const next = make(text)
    if (next !== text) wrong.push(name)
    text = next
  }
  return { ...drill, text, wrong }
}
