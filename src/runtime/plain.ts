const tags =
  /<\/?(?:a|b|br|code|details|div|em|i|kbd|li|ol|p|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul)\b[^<>]*>/gi
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&quot;': '"',
}

/** Text without the marks of Markdown: emphasis, code, links, tags. Every pattern takes time in proportion to the text. */
export function plain(text: string): string {
  return text
    .replace(tags, ' ')
    .replace(/!?\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/\\([*_`[\]#<>~|-])/g, '$1')
    .replace(/&(?:amp|lt|gt|nbsp|quot);/g, (entity) => entities[entity] ?? entity)
    .replace(/(\d)[ ]?\*[ ]?(?=\d)/g, '$1 × ')
    .replace(/[*`]|~~/g, '')
    .replace(/(^|[\s(“"])_+(?=\S)/g, '$1')
    .replace(/([^\s_])_+(?=$|[\s.,;:!?)”"])/g, '$1')
}
