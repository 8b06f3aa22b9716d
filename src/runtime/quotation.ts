/** All that ends a line somewhere, and what is not seen or changes the order of what is. */
const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g
const unseen =
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]/gu

/** Text with one sort of line ends, without characters that are not seen, and without halves of characters. */
export const visible = (text: string): string =>
  text
    .replace(lineEnds, '\n')
    .replace(unseen, '')
    .replace(/\p{Cs}/gu, '\ufffd')

/** What two texts share when one quotes the other: letters and figures, whatever marks, blanks and quotes stand between. */
export const comparable = (text: string): string =>
  visible(text)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[*_`>#|"“”\s]+/g, ' ')
    .trim()
