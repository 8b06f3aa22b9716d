import type { Io } from '../io/io.ts'
import { definitionsDigest } from '../lint/cache.ts'
import { lintDocuments } from '../lint/lint-documents.ts'
import { type Basis, lintShard, type Shard } from '../lint/shards.ts'
import type { Workspace } from '../lint/workspace.ts'
import { version } from '../model/project.ts'
import { digest } from '../text/digest.ts'
import { saveReport } from './output/save-report.ts'

/** What the facts of a workspace depend on besides its drills. */
export const basisOf = ({ sources }: Workspace, { toolchain }: Pick<Io, 'toolchain'>): Basis => ({
  toolchain: toolchain?.() ?? version,
  definitions: definitionsDigest(sources) ?? digest('unreadable'),
})

/** Writes the results of the drills of one shard. */
export function writeFacts(shard: Shard, output: string | undefined, workspace: Workspace, io: Io): void {
  const { definitions } = lintDocuments(workspace.sources)
  const facts = lintShard(workspace.sources, definitions, shard, basisOf(workspace, io))
  const printed = `${JSON.stringify(facts)}\n`
  if (output === undefined) io.stdout(printed)
  else saveReport(output, printed, workspace, io)
}
