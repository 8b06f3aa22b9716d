import { focusOnce } from '../../app/focus.ts'
import { dateText } from '../../app/format.ts'
import { more } from '../../core/model/plural.ts'
import type { AttemptChange } from '../../core/storage/attempt-changes.ts'
import type { ImportPlan, Tally } from '../../core/storage/import.ts'

interface ImportPreviewProps {
  readonly name: string
  readonly plan: ImportPlan
  readonly onApply: () => void
  readonly onCancel: () => void
}

const tallyText = (name: string, { added, changed, same }: Tally): string =>
  `${name}: ${added} new, ${changed} changed, ${same} the same`

/** How many attempts are listed before the rest is folded. */
const atFirst = 10

/** What a file would change, before anything is. */
export function ImportPreview({ name, plan, onApply, onCancel }: ImportPreviewProps) {
  const { samples, details } = plan
  const lines = [
    tallyText('Attempts', plan.attempts),
    tallyText('Cards', plan.cards),
    tallyText('Reviews', plan.reviews),
    ...(samples.added + samples.changed + samples.same > 0 ? [tallyText('Graded samples', samples)] : []),
    ...(plan.change.settings ? ['Settings: from the file, which has the newer ones'] : []),
  ]
  const rest = details.slice(atFirst)
  return (
    <div class="banner import-preview">
      <h3 tabIndex={-1} ref={focusOnce}>
        {plan.isEmpty ? `There is nothing new in ${name}:` : `${name} contains:`}
      </h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {details.length > 0 && (
        <>
          <p>What would change:</p>
          <Changes changes={details.slice(0, atFirst)} />
          {rest.length > 0 && (
            <details>
              <summary>{more(rest.length, 'attempt')}</summary>
              <Changes changes={rest} />
            </details>
          )}
        </>
      )}
      <div class="buttons">
        {!plan.isEmpty && (
          <button type="button" class="primary" onClick={onApply}>
            Import
          </button>
        )}
        <button type="button" onClick={onCancel}>
          {plan.isEmpty ? 'Close' : 'Cancel'}
        </button>
      </div>
    </div>
  )
}

const kindTexts = {
  new: 'new',
  newer: 'the file has the newer state. Different afterwards:',
  older: 'the file has an older state. Different afterwards:',
} as const satisfies Record<AttemptChange['kind'], string>

function Changes({ changes }: { readonly changes: readonly AttemptChange[] }) {
  return (
    <ul>
      {changes.map(({ id, title, createdAt, kind, differs }) => (
        <li key={id} dir="auto">
          {title}, {dateText(createdAt)}: {[kindTexts[kind], differs.join(', ')].join(' ').trim()}
        </li>
      ))}
    </ul>
  )
}
