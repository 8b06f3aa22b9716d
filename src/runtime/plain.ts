const tags =
  /<\/?(?:a|b|br|code|details|div|em|i|kbd|li|ol|p|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul)\b[^<>]*>/gi
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&quot;': '"',
}

const blank = (text: string): string => ' '.repeat(text.length)

/**
 * Text with blanks for the marks of Markdown: emphasis, code, links, tags. It is as long as before, so every word stands
 * where it stood. Every pattern takes time in proportion to the text.
 */
export function plain(text: string): string {
  return text
    .replace(tags, blank)
    .replace(
      /!?\[([^[\]]*)\](\([^()]*\)|\[[^[\]]*\])/g,
      (all, label: string, target: string) =>
        `${blank(all.slice(0, all.length - label.length - target.length - 1))}${label} ${blank(target)}`,
    )
    .replace(/\\([*_`[\]#<>~|-])/g, ' $1')
    .replace(/&(?:amp|lt|gt|nbsp|quot);/g, (entity) => (entities[entity] ?? entity) + blank(entity.slice(1)))
    .replace(/(\d {0,2})\*(?= {0,2}\d)/g, '$1×')
    .replace(/[*`]|~~/g, blank)
    .replace(/(^|[\s(“"])(_+)(?=\S)/g, (_, before: string, marks: string) => before + blank(marks))
    .replace(/([^\s_])(_+)(?=$|[\s.,;:!?)”"])/g, (_, before: string, marks: string) => before + blank(marks))
}
