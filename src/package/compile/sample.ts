import type { Link } from '../../model/document.ts'
import type { Sample as Published } from '../../model/generated/published/sample.ts'
import type { Sample } from '../../model/sample.ts'
import { compareText } from '../../text/compare-text.ts'

const levels: readonly Published['level'][] = ['weak', 'middling', 'strong']

/** The order of a drill's samples: from weak to strong, then by form and name in code units. */
export const bySampleOrder = (
  a: Pick<Published, 'level' | 'form' | 'name'>,
  b: Pick<Published, 'level' | 'form' | 'name'>,
): number =>
  levels.indexOf(a.level) - levels.indexOf(b.level) ||
  compareText(a.form, b.form) ||
  compareText(a.name, b.name)

const isKept = ({ form, url }: Link): boolean => form !== 'image' && /^https:/i.test(url)

/** The body as text that stands on its own: links into the repository and images become their words. */
function standingAlone({ text, body, links }: Sample): string {
  const start = text.length - body.length
  let markdown = ''
  let at = start
  for (const link of links) {
    if (link.start < at || isKept(link)) continue
    markdown += text.slice(at, link.start) + (link.form === 'definition' ? '' : link.text)
    at = link.end
  }
  return (markdown + text.slice(at)).replace(/\r\n?/g, '\n').trim()
}

/** A sample answer as apps get it; undefined for what has no valid front matter or stands in no folder of a drill. */
export function compileSample(sample: Sample): Published | undefined {
  const { matter, name, folder } = sample
  const { data } = matter
  if (!data || folder === undefined || data.drill !== folder) return undefined
  const { drill, level, form, verdicts, redFlags = [] } = data
  return {
    drill,
    name,
    level,
    form,
    answer: { markdown: standingAlone(sample) },
    verdicts,
    ...(redFlags.length > 0 && { redFlags }),
  }
}
