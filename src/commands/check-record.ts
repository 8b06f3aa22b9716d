import { lt } from 'semver'
import { recordedVersions } from '../contract/recorded-versions.ts'
import type { Io } from '../io/io.ts'
import type { Snapshot } from '../model/generated/history/published.ts'
import { changesFile, publishedFile } from '../model/history.ts'
import { identityOf } from '../package/identity/identity-of.ts'

/**
 * Refuses a record that was set back: what was published since would count as never published.
 * @throws Error naming the commit to restore it from
 */
export function checkRecord(root: string, last: Snapshot, io: Io): void {
  const { name } = identityOf(root, io)
  for (const { commit, version } of recordedVersions(root, io)) {
    if (version === null || (last.version !== null && !lt(last.version, version))) continue
    const manifest = io.git.text(root, commit, 'package.json') ?? ''
    // A repository that began as a copy of another one has versions of its own.
    if (!manifest.includes(JSON.stringify(name))) continue
    const is = last.version === null ? 'no version' : `version ${last.version}`
    throw new Error(
      `${publishedFile} records ${is}, but commit ${commit.slice(0, 12)} recorded ${version}; restore it and ${changesFile} from that commit`,
    )
  }
}
