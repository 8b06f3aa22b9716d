/**
 * Everything a published `html` field may contain: a fixed set of tags, the attributes that the package promises, and
 * `https:` links. Matches in linear time.
 */
const published =
  /^[^<]*(?:<\/?(?:p|ul|ol|li|em|strong|code|pre|blockquote|br|hr|a|mark)(?: (?:href="https:[^"<>]*"|start="\d+"|data-(?:point|evidence|criterion)="[^"<>]*"))*>[^<]*)*$/

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/**
 * Returns package HTML unchanged. Anything else, such as text by the learner or from an imported file, is escaped and
 * so shown as plain text.
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
 * The only policy that the page's CSP allows to create HTML. It checks but doesn't sanitise: the package was
 * sanitised when it was built, and a second sanitiser would be larger than the drills. Browsers without Trusted Types
 * get the checked string.
 */
const policy = (globalThis as { readonly trustedTypes?: Policies }).trustedTypes?.createPolicy(
  'drills-html',
  {
    createHTML: publishedHtml,
  },
)

// Preact compares `__html` by identity and rewrites the DOM when it differs, which would lose selection and focus.
// The cache stays small because it only holds texts of the package.
const made = new Map<string, string>()

/**
 * HTML for `dangerouslySetInnerHTML={{ __html: trustedHtml(…) }}`.
 * @param html an `html` field of the package; anything else is shown as plain text
 * @returns a `TrustedHTML` where the browser has it, typed as the string that Preact's types expect
 */
export function trustedHtml(html: string): string {
  const known = made.get(html)
  if (known !== undefined) return known
  // Preact passes it to `innerHTML` unchanged.
  const trusted = policy ? (policy.createHTML(html) as unknown as string) : publishedHtml(html)
  made.set(html, trusted)
  return trusted
}
