/** A colon, or a sign that looks like one, in a regular expression. */
export const colons = '[:：﹕︓∶꞉ː⁚]'

/** A dash of any length, a hyphen or a minus. */
const dashes = '[-‐‒–—―−]'

/** Signs that end a name as a colon would; inside the brackets of a class. */
export const stops = '.;,。；，、'

const wideStops = '[。；，、]'

/** What stands between a bold name and its text in place of a colon inside the bold. */
const inPlace = new RegExp(
  `^(?:[ \\t]*(?:\\\\?${colons})+|[ \\t]*${wideStops}|[.;,](?=\\s)|[ \\t]+${dashes}{1,3}(?=\\s)|-{1,3}(?=\\s)|[ \\t]*[–—―])`,
)

/** What stands behind a label with its colon and says nothing: another colon, or a dash that is no minus. */
const beside = new RegExp(
  `^(?:[ \\t]*(?:\\\\?${colons})+(?=[ \\t]+\\S)|[ \\t]+(?:[—―]{1,3}(?=[ \\t]+\\S)|[-‐–]{1,3}(?=[ \\t]+[\\p{L}*_\`\\[“"])))`,
  'u',
)

/** The sign that a text begins with in place of a colon; empty where there is none. */
export const signInPlace = (text: string): string => inPlace.exec(text)?.[0] ?? ''

/** The sign that a text begins with beside the colon of its label; empty where there is none. */
export const signBeside = (text: string): string => beside.exec(text)?.[0] ?? ''
