// The author's panel: the linter's findings beside the open drill. Only the preview loads it. All text by authors is
// inserted as text, never as HTML.
import './panel.css'

interface Finding {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly severity: 'error' | 'warning'
  readonly rule: string
  readonly message: string
  readonly url: string
  readonly expected?: readonly string[]
}

interface Message {
  readonly drills: readonly { readonly id: string; readonly file: string }[]
  /** The page shows the previous state, because the definition documents have errors. */
  readonly isOld: boolean
  readonly diagnostics?: readonly Finding[]
  /** Why there are no findings. */
  readonly failed?: string
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...children)
  return made
}

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`

function rule({ rule: id, url }: Finding): Node {
  if (!url.startsWith('https://')) return element('span', 'rule', id)
  const link = element('a', 'rule', id)
  Object.assign(link, { href: url, target: '_blank', rel: 'noreferrer' })
  return link
}

const item = (finding: Finding, withFile: boolean): HTMLElement =>
  element(
    'li',
    finding.severity,
    element('code', 'place', `${withFile ? finding.file : ''}:${finding.line}:${finding.column}`),
    ` ${finding.severity} `,
    rule(finding),
    element('p', '', finding.message),
    ...(finding.expected?.length
      ? [element('p', 'expected', `Expected: ${finding.expected.join(', ')}`)]
      : []),
  )

/** The file of the drill on the page. */
function openFile({ drills }: Message): string | undefined {
  const words = location.hash.split(/[#/?]/)
  return drills.find(({ id }) => words.includes(id))?.file
}

const list = (findings: readonly Finding[], withFile: boolean): HTMLElement =>
  element('ul', '', ...findings.map((finding) => item(finding, withFile)))

function content(message: Message): readonly Node[] {
  if (message.failed !== undefined) return [element('p', 'error', message.failed)]
  const all = message.diagnostics ?? []
  const file = openFile(message)
  const here = file === undefined ? all : all.filter((finding) => finding.file === file)
  const elsewhere = file === undefined ? [] : all.filter((finding) => finding.file !== file)
  return [
    ...(message.isOld
      ? [
          element(
            'p',
            'error',
            'The page shows the last usable state, because the definition documents are broken.',
          ),
        ]
      : []),
    element('p', 'where', file ?? 'All drills'),
    here.length === 0 ? element('p', '', 'No findings.') : list(here, file === undefined),
    ...(elsewhere.length > 0
      ? [
          element(
            'details',
            '',
            element('summary', '', `${count(elsewhere.length, 'finding')} in other files`),
            list(elsewhere, true),
          ),
        ]
      : []),
  ]
}

function summary({ diagnostics = [], failed }: Message): string {
  if (failed !== undefined) return 'The linter failed'
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  return `${count(errors, 'error')}, ${count(diagnostics.length - errors, 'warning')}`
}

/** The session storage key for a collapsed panel. */
const folded = 'findings-folded'

/** Shows the latest findings from the preview server until the page is closed. */
function startPanel(): void {
  const title = element('summary', '', 'Findings …')
  const body = element('div', '')
  const box = element('details', '', title, body)
  // Every save reloads the page.
  box.open = sessionStorage.getItem(folded) === null
  box.addEventListener('toggle', () => {
    if (box.open) sessionStorage.removeItem(folded)
    else sessionStorage.setItem(folded, 'yes')
  })
  const panel = element('aside', 'drill-findings', box)
  panel.setAttribute('aria-label', 'Linter findings')
  document.body.append(panel)
  let newest: Message | undefined
  const show = (): void => {
    if (!newest) return
    title.textContent = summary(newest)
    body.replaceChildren(...content(newest))
  }
  const events = new EventSource('/__findings')
  events.onmessage = ({ data }: MessageEvent<string>) => {
    newest = JSON.parse(data) as Message
    show()
  }
  events.onerror = () => {
    title.textContent = 'The preview has ended'
  }
  addEventListener('hashchange', show)
}

startPanel()
