import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { type Network, network, subscribeToNetwork } from '../../platform/network.ts'

const savingLabels = { saved: 'Saved', pending: 'Saving …', failed: 'Not saved' } as const

/** What goes on without a network. */
const networkLabels = {
  online: '',
  offline: 'Offline: writing works',
  kept: 'Offline: all works',
} as const satisfies Record<Network, string>

/** Whether all is saved, and what works while there is no network. */
export function SavingStatus() {
  const { saving, library } = useApp()
  const [state, setState] = useState(network)
  useEffect(() => subscribeToNetwork(() => setState(network())), [])
  const hasWork = library.attempts.length > 0 || library.settings.plan !== null
  return (
    <p class="saving" data-state={saving.state}>
      {hasWork || saving.state !== 'saved' ? savingLabels[saving.state] : ''}
      <span role="status">{networkLabels[state]}</span>
    </p>
  )
}
