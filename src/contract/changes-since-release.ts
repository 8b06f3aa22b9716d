import path from 'node:path'
import type { Io } from '../io/io.ts'
import { UsageError } from '../io/usage-error.ts'
import type { Snapshot } from '../model/generated/history/published.ts'
import type { DrillChange } from '../model/generated/published/changes.ts'
import { publishedFile } from '../model/history.ts'
import { comparePackages } from './compare-packages.ts'
import { compareRedirects } from './compare-redirects.ts'
import { fromCommit } from './from-commit.ts'
import { fromWorkingTree } from './from-working-tree.ts'
import { added, changed, type PackageChange, removed } from './package-change.ts'
import type { PackageView } from './package-view.ts'
import { recordVersion } from './record-version.ts'
import { recordedVersions } from './recorded-versions.ts'

/** What a commit holds, where this tool can compile it. */
function comparable(root: string, commit: string, io: Io): PackageView | undefined {
  try {
    return fromCommit(root, commit, commit, io)
  } catch (error) {
    if (error instanceof UsageError) return undefined
    throw error
  }
}

/** The last version as the commit that recorded it holds it; undefined where this clone can't tell which one that is. */
function lastRelease(root: string, last: Snapshot, io: Io): PackageView | undefined {
  const text = io.reader.readText(path.join(root, publishedFile))?.replaceAll('\r\n', '\n')
  if (text === undefined || text !== io.git.text(root, 'HEAD', publishedFile)) return undefined
  const recorded = [...recordedVersions(root, io)].findLast(({ version }) => version === last.version)
  const view = recorded && comparable(root, recorded.commit, io)
  if (!view) return undefined
  const ids = new Set(view.drills.map(({ id }) => id))
  const published = Object.keys(last.drills)
  return ids.size === published.length && published.every((id) => ids.has(id)) ? view : undefined
}

const spoiled = 'the substance changed; this affects stored grades'

function* ofDrill({ drill, kind, fields, to, substance }: DrillChange): Generator<PackageChange> {
  if (kind === 'changed') {
    if (substance) yield { drill, ...changed('digests.substance', 'minor', spoiled) }
    for (const field of fields) yield { drill, ...changed(field, 'patch', 'it changed') }
  } else {
    const bump = kind === 'removed' ? 'major' : 'minor'
    const field = kind === 'deprecated' ? 'status' : 'id'
    yield { drill, field, kind, bump, reason: `the drill was ${kind}`, ...(to && { to }) }
  }
}

function ofShared(field: string, { other: before = {} }: Snapshot, now: PackageView): PackageChange {
  if (!field.startsWith('tracks.'))
    return changed(field, field === 'rubric.digest' ? 'minor' : 'patch', 'it changed for all drills')
  if (!Object.hasOwn(before, field)) return added(field, 'minor', 'a track was added')
  return now.tracks.some(({ id }) => field === `tracks.${id}`)
    ? changed(field, 'patch', 'the track changed')
    : removed(field, 'major', 'a track was removed')
}

/** The same as far as the history tells: less exact, and never more than what is needed. */
function fromHistory(last: Snapshot, now: PackageView): PackageChange[] {
  const [entry] = recordVersion(last, [], now.version, now).changes
  const { changes = [], other = [] } = entry ?? {}
  return [
    ...changes.flatMap((change) => [...ofDrill(change)]),
    ...other.map((field) => ofShared(field, last, now)),
    ...(last.redirects ? compareRedirects(last.redirects, now.redirects, now.drills) : []),
  ]
}

/** What has changed for apps since the last version; nothing before the first. */
export function changesSinceRelease(root: string, last: Snapshot, io: Io): PackageChange[] {
  if (last.version === null) return []
  const now = fromWorkingTree(io)
  const before = lastRelease(root, last, io)
  return before ? comparePackages(before, now) : fromHistory(last, now)
}
