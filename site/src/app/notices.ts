import type { UpgradeEntry } from 'audio-text-drills'
import type { Attempt } from '../core/model/types.ts'
import { resolutionText, type UpgradeNotice } from '../core/storage/upgrade.ts'
import { download } from '../platform/download.ts'
import { titleOf } from './format.ts'
import { href } from './router.ts'

/** A message at the top of every page until the learner dismisses it. */
export interface Notice {
  readonly id: string
  readonly text: string
  /** Where to read more: an address within the site. */
  readonly link?: { readonly href: string; readonly text: string }
  /** Something the learner can do about it; doing it dismisses the notice. */
  readonly action?: { readonly text: string; readonly act: () => void }
}

/**
 * Reports renamed, split and retired drills that have stored work.
 * @param isSeen whether this version was seen before; if so, only new renames are reported
 */
export function upgradeNotices(notices: readonly UpgradeNotice[], isSeen: boolean): readonly Notice[] {
  return notices.flatMap(({ drillId, title, resolution }): Notice[] => {
    const name = `“${title ?? drillId}”`
    if (resolution.status === 'renamed') {
      const now = titleOf(resolution.id)
      const text = `${name} has a new id${now === title ? '' : ` and is now called “${now}”`}. Your work on it has moved with it.`
      return [
        { id: `upgrade-${drillId}`, text, link: { href: href('history', resolution.id), text: 'History' } },
      ]
    }
    const text = isSeen ? null : resolutionText(resolution)
    const link = { href: href('history', drillId), text: 'Your attempts' }
    return text === null
      ? []
      : [{ id: `upgrade-${drillId}`, text: `${name}: ${text} Your work is kept.`, link }]
  })
}

type Report = (ids: readonly string[], from: string) => readonly UpgradeEntry[]

/** Reports practised drills and a rubric that changed since the last version the learner saw. */
export function changeNotices(report: Report, ids: readonly string[], from: string): readonly Notice[] {
  try {
    const active = report(ids, from).filter(({ resolution }) => resolution.status === 'active')
    const fieldsOf = ({ changes }: UpgradeEntry): readonly string[] =>
      changes.filter(({ kind }) => kind === 'changed').flatMap(({ fields }) => fields)
    const titles = active
      .filter((entry) => fieldsOf(entry).some((field) => field !== 'rubric' && !field.startsWith('samples.')))
      .map(({ id }) => `“${titleOf(id)}”`)
    const isRubric = active.some((entry) => fieldsOf(entry).includes('rubric'))
    const what = [...titles, ...(isRubric ? ['the rubric'] : [])].join(', ')
    return what === ''
      ? []
      : [{ id: 'changed', text: `Changed since your last visit: ${what}. Old scores are kept as they were.` }]
  } catch {
    // The stored version is invalid or unknown to this package, so there is nothing to compare.
    return []
  }
}

type Restore = (lost: readonly Attempt[]) => void

const namesOf = (attempts: readonly Attempt[]): string => attempts.map(({ title }) => `“${title}”`).join(', ')

/** Sound is deleted at once, and can't be kept. */
const whatIsLeft = (lost: readonly Attempt[]): string =>
  lost.some(({ spoken }) => Object.keys(spoken).length > 0) ? 'the text; the recordings are gone' : 'it'

const keeping = (lost: readonly Attempt[], restore: Restore): NonNullable<Notice['action']> => ({
  text: 'Keep what I wrote',
  act: () => restore(lost),
})

/**
 * The notice in a tab after another tab wiped the storage.
 * @param lost open attempts that were being written in this tab; only the learner knows whether the wipe was meant
 * for them
 */
export function wipeNotice(lost: readonly Attempt[], restore: Restore): Notice {
  const id = 'wiped'
  const text = 'Everything was deleted in another tab.'
  if (lost.length === 0) return { id, text }
  return {
    id,
    text: `${text} You were writing here: ${namesOf(lost)}. It is no longer stored, but you can still keep ${whatIsLeft(lost)}.`,
    action: keeping(lost, restore),
  }
}

/** The notice in a tab in which an attempt was being written that another tab deleted. */
export const removalNotice = (lost: readonly Attempt[], restore: Restore): Notice => ({
  id: 'removed',
  text: `Deleted in another tab while you were writing it here: ${namesOf(lost)}. It is no longer stored, but you can still keep ${whatIsLeft(lost)}.`,
  action: keeping(lost, restore),
})

/** The notice in a tab in which an attempt was being written that another tab finished. */
export const finishedNotice = (finished: readonly Attempt[]): Notice => ({
  id: 'finished',
  text: `Finished in another tab while you were writing it here: ${namesOf(finished)}. What you wrote is kept in it.`,
})

/** The notice after the storage of the site was deleted while the page was open. */
export const emptiedNotice: Notice = {
  id: 'emptied',
  text: 'What this site had stored in the browser was deleted while the page was open. The page stores again all that it still holds. If you meant to delete it, delete everything under “Your data”.',
  link: { href: href('data'), text: 'Your data' },
}

/** The notice that something stored can't be read, with a way to take it out. */
export const unreadableNotice = (records: readonly unknown[]): Notice => ({
  id: 'unreadable',
  text: `Stored records that could not be read: ${records.length}. They were left unchanged, and they are in no export.`,
  action: {
    text: 'Download them as they are',
    act: () => download('unreadable-records.json', 'application/json', JSON.stringify(records)),
  },
})
