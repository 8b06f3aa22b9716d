import about from 'virtual:about'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { focusIfLost, focusOnce } from '../../app/focus.ts'
import type { RecordingsImport as Plan } from '../../app/recordings-transfer.ts'
import { plural } from '../../core/model/plural.ts'
import { bytesOf } from '../../core/speaking/takes.ts'
import { sizeText } from '../../core/storage/recordings-file.ts'

type State =
  | { readonly step: 'reading' }
  | { readonly step: 'failed'; readonly message: string }
  | { readonly step: 'preview'; readonly plan: Plan }
  | { readonly step: 'done'; readonly message: string }

const linesOf = ({ added, same, strangers }: Plan): readonly string[] => [
  `Recordings: ${added.length} new, ${sizeText(bytesOf(added))}; ${same} already here`,
  ...(strangers > 0 ? [`${plural(strangers, 'recording')} of attempts that are not here: left out`] : []),
]

const loadTransfer = () => import('../../app/recordings-transfer.ts')

/** Imports a file of recordings after a preview. */
export function RecordingsImport({ file }: { readonly file: File }) {
  const { session } = useApp()
  const [state, setState] = useState<State>({ step: 'reading' })
  useEffect(() => {
    let isOver = false
    const look = async (): Promise<State> => {
      const [{ recordings }, { readRecordings }] = await Promise.all([session.speech(), loadTransfer()])
      const { attempts, settings } = session.snapshot().library
      const space = settings.recordingSpace * 1024 * 1024
      const plan = await readRecordings(file, about.name, recordings, attempts, space)
      return plan.ok ? { step: 'preview', plan: plan.value } : { step: 'failed', message: plan.error.message }
    }
    look().then(
      (next) => !isOver && setState(next),
      () =>
        !isOver && setState({ step: 'failed', message: 'The file could not be read. Nothing was changed.' }),
    )
    return () => {
      isOver = true
    }
  }, [file])
  const apply = async (plan: Plan): Promise<void> => {
    const [{ recordings }, { applyRecordings }] = await Promise.all([session.speech(), loadTransfer()])
    const result = await applyRecordings(plan, recordings)
    setState(
      result.ok
        ? { step: 'done', message: 'The recordings were imported.' }
        : { step: 'failed', message: result.error.message },
    )
  }
  if (state.step === 'reading') return <p role="status">Reading the recordings …</p>
  if (state.step === 'done')
    return (
      <p role="status" tabIndex={-1} ref={focusIfLost}>
        {state.message}
      </p>
    )
  if (state.step === 'failed')
    return (
      <p class="banner banner-bad" role="alert">
        {state.message}
      </p>
    )
  return (
    <div class="banner import-preview">
      <h3 tabIndex={-1} ref={focusOnce}>
        {file.name} contains:
      </h3>
      <ul>
        {linesOf(state.plan).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div class="buttons">
        <button type="button" class="primary" onClick={() => void apply(state.plan)}>
          Import
        </button>
        <button type="button" onClick={() => setState({ step: 'done', message: 'Nothing was changed.' })}>
          Cancel
        </button>
      </div>
    </div>
  )
}
