import { changesSinceRelease } from '../contract/changes-since-release.ts'
import { checkBump, forcedBy } from '../contract/check-bump.ts'
import { bumpOf } from '../contract/package-change.ts'
import { usedChangesets } from '../contract/pending-changesets.ts'
import { raisedBump } from '../contract/raised-bump.ts'
import { openWorkspace } from '../lint/workspace.ts'
import { identityOf } from '../package/identity/identity-of.ts'
import { checkRecord } from './check-record.ts'
import { historyOf, ioOf } from './release-io.ts'

/**
 * Refuses a version that was raised by hand, and by less than the changes since the last one need. Exceptions may stand
 * in changesets that it used up.
 * @throws Error naming the first change that needs more, or when the history was set back
 */
export function checkRaise(root: string): void {
  const io = ioOf(root)
  if (openWorkspace(io).root !== root)
    throw new Error('this folder is not the one that holds `drills/`; change to it')
  const { last } = historyOf(io)
  checkRecord(root, last, io)
  const { version } = identityOf(root, io)
  if (last.version === null || last.version === version) return
  const bump = raisedBump(last.version, version)
  if (bump === 'none')
    throw new Error(
      `the version ${version} is not above ${last.version}, which is recorded; expected a later one`,
    )
  const exceptions = usedChangesets(root, io).flatMap((changeset) => changeset.exceptions)
  const raise = { file: 'package.json', bump, exceptions, note: '' }
  const { forcing } = checkBump(changesSinceRelease(root, last, io), [raise])
  const [first] = forcing
  if (first)
    throw new Error(
      `the version ${version} is a ${bump} above ${last.version}, but ${forcedBy(first, forcing)}; take package.json back, then run \`npm version ${bumpOf(forcing)}\``,
    )
}
