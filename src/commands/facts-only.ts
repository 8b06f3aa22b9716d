import type { Io } from '../io/io.ts'
import { scopeOf } from '../lint/cache/corpus-memory.ts'
import { digest } from '../lint/cache/digest.ts'
import { lintDocuments } from '../lint/lint.ts'
import { settled } from '../lint/memory.ts'
import { type Basis, lintShard, type Shard } from '../lint/shards.ts'
import type { Workspace } from '../lint/workspace.ts'
import { version } from '../model/project.ts'
import { save } from './save.ts'

/** What facts depend on besides the drills themselves. */
export function basisOf({ sources }: Workspace, io: Io): Basis {
  const toolchain = io.toolchain?.() ?? version
  return { toolchain, definitions: scopeOf(sources, toolchain) ?? digest('unreadable') }
}

/** Writes the facts of each drill of a shard. */
export function writeFacts(shard: Shard, output: string | undefined, opened: Workspace, io: Io): void {
  const workspace = settled(opened)
  const { definitions } = lintDocuments(workspace.sources)
  const facts = lintShard(workspace.sources, definitions, shard, basisOf(workspace, io))
  const printed = `${JSON.stringify(facts)}\n`
  if (output === undefined) io.stdout(printed)
  else save(output, printed, workspace, io)
}
