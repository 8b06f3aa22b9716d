/**
 * Everything that a published `html` field may hold: a closed list of tags, of attributes per package promise, and
 * `https:` links. Linear in the length of the text.
 */
const published =
  /^[^<]*(?:<\/?(?:p|ul|ol|li|em|strong|code|pre|blockquote|br|hr|a|mark)(?: (?:href="https:[^"<>]*"|start="\d+"|data-(?:point|evidence|criterion)="[^"<>]*"))*>[^<]*)*$/

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/**
 * The same text when it is HTML as the package promises it. Whatever else gets here, such as the words of a
 * learner or of an imported file, is escaped: it is shown as the text that it is, and does nothing.
 */
export const publishedHtml = (text: string): string =>
  published.test(text) ? text : text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)

interface Policy {
  readonly createHTML: (text: string) => object
}

interface Policies {
  readonly createPolicy: (name: string, rules: { createHTML: (text: string) => string }) => Policy
}

/**
 * The one way by which HTML gets into the page: the security policy of the page names it, and makes the browser
 * refuse every other. It passes texts on as they are, because the package sanitises them when it is built and a
 * second sanitiser would be larger than the drills; it only checks that they look like that. Browsers without
 * Trusted Types take the checked text.
 */
const policy = (globalThis as { readonly trustedTypes?: Policies }).trustedTypes?.createPolicy(
  'drills-html',
  {
    createHTML: publishedHtml,
  },
)

// The same text gives the same object, because Preact compares it to know whether it has to write it again, which
// would take away selection and focus. Only texts of the package are kept, so there is an end to it.
const made = new Map<string, string>()

/**
 * HTML of the package as what the page may take in, for `dangerouslySetInnerHTML={{ __html: trustedHtml(…) }}`.
 * @param html an `html` field of the package; anything that is none is shown as plain text
 * @returns to the compiler a string, as Preact's types want it; to the browser its `TrustedHTML`, where it has that
 */
export function trustedHtml(html: string): string {
  const known = made.get(html)
  if (known !== undefined) return known
  // Preact hands it to `innerHTML` untouched.
  const trusted = policy ? (policy.createHTML(html) as unknown as string) : publishedHtml(html)
  made.set(html, trusted)
  return trusted
}
