import menu from 'virtual:menu'
import tracks from 'virtual:tracks'
import { useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { focusIfLost } from '../../app/focus.ts'
import { upgradeNotices } from '../../app/notices.ts'
import { loadRedirects } from '../../app/reference.ts'
import { tellSpoken } from '../../app/tell-spoken.ts'
import { failure, type Result, success } from '../../core/model/result.ts'
import { checkSize, type ImportFailure, planImport, readExport } from '../../core/storage/import.ts'
import { isRecordings } from '../../core/storage/recordings-file.ts'
import { type Upgrade, upgradeLibrary } from '../../core/storage/upgrade.ts'
import { ImportPreview } from './import-preview.tsx'
import { RecordingsImport } from './recordings-import.tsx'

type State =
  | { readonly step: 'idle'; readonly message: string }
  | { readonly step: 'failed'; readonly message: string }
  | { readonly step: 'recordings'; readonly file: File; readonly turn: number }
  | { readonly step: 'preview'; readonly name: string; readonly upgrade: Upgrade }

/** Merges an exported file after a preview. */
export function ImportPanel() {
  const { library, session } = useApp()
  const [state, setState] = useState<State>({ step: 'idle', message: '' })
  const input = useRef<HTMLInputElement>(null)
  /** Each file outdates those before it, which may still be read. */
  const turn = useRef(0)
  const clear = (): void => {
    if (input.current) input.current.value = ''
  }
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return
    turn.current += 1
    const mine = turn.current
    const start = await file
      .slice(0, 200)
      .text()
      .catch(() => '')
    if (mine !== turn.current) return
    if (isRecordings(file.name, start)) {
      setState({ step: 'recordings', file, turn: mine })
      clear()
      return
    }
    const result = await readFile(file)
    if (mine !== turn.current) return
    setState(
      result.ok
        ? { step: 'preview', name: file.name, upgrade: result.value }
        : { step: 'failed', message: result.error.message },
    )
    clear()
  }
  const apply = async (upgrade: Upgrade): Promise<void> => {
    const { library: before } = session.snapshot()
    const { change, refusal } = planImport(before, upgrade.library)
    if (refusal !== null) return setState({ step: 'failed', message: refusal })
    session.commit(change)
    await tellSpoken(session, before, change)
    for (const notice of upgradeNotices(upgrade.notices, false)) session.notify(notice)
    const saved = await session.flush()
    setState({
      step: 'idle',
      message: saved.state === 'failed' ? 'Imported, but not saved yet.' : 'Imported and saved.',
    })
    focusIfLost(input.current)
  }
  const plan = state.step === 'preview' ? planImport(library, state.upgrade.library) : null
  return (
    <section aria-labelledby="import-title">
      <h2 id="import-title">Import</h2>
      <label class="file">
        <span>An exported file. It is merged with what is here, and no words are lost.</span>
        <input
          ref={input}
          type="file"
          accept=".json,.recordings,.txt,application/json"
          onChange={({ currentTarget }) => void read(currentTarget.files?.[0])}
        />
      </label>
      {state.step === 'failed' && (
        <p class="banner banner-bad" role="alert">
          {state.message}
        </p>
      )}
      {state.step === 'recordings' && <RecordingsImport key={state.turn} file={state.file} />}
      {state.step === 'idle' && <p role="status">{state.message}</p>}
      {plan && plan.refusal !== null && (
        <p class="banner banner-bad" role="alert">
          {plan.refusal}
        </p>
      )}
      {state.step === 'preview' && plan?.refusal === null && (
        <ImportPreview
          name={state.name}
          plan={plan}
          onApply={() => void apply(state.upgrade)}
          onCancel={() => {
            setState({ step: 'idle', message: 'Nothing was changed.' })
            focusIfLost(input.current)
          }}
        />
      )}
    </section>
  )
}

/** Reads an exported file and follows renamed drills in it, without changing anything yet. */
async function readFile(file: File): Promise<Result<Upgrade, ImportFailure>> {
  const size = checkSize(file.size)
  if (!size.ok) return size
  try {
    const library = readExport(await file.text())
    if (!library.ok) return library
    const [{ resolveId }, { criteria }] = await Promise.all([import('audio-text-drills'), loadRedirects()])
    return success(upgradeLibrary(library.value, resolveId, criteria, { menu, tracks }))
  } catch {
    return failure({ reason: 'invalid', message: 'The file could not be read. Nothing was changed.' })
  }
}
