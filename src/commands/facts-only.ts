import { scopeOf } from '../cache/corpus-memory.ts'
import { digest } from '../cache/digest.ts'
import type { Io } from '../command.ts'
import { lintDocuments } from '../lint.ts'
import { version } from '../project.ts'
import { type Basis, lintShard, type Shard } from '../shards.ts'
import type { Workspace } from './corpus.ts'
import { settled } from './memory.ts'
import { save } from './save.ts'

/** What the facts of a workspace depend on besides its drills. */
export function basisOf({ sources }: Workspace, io: Io): Basis {
  const toolchain = io.toolchain?.() ?? version
  return { toolchain, definitions: scopeOf(sources, toolchain) ?? digest('unreadable') }
}

/** Writes what the drills of a part come to, each on its own. */
export function writeFacts(shard: Shard, output: string | undefined, opened: Workspace, io: Io): void {
  const workspace = settled(opened)
  const { definitions } = lintDocuments(workspace.sources)
  const facts = lintShard(workspace.sources, definitions, shard, basisOf(workspace, io))
  const printed = `${JSON.stringify(facts)}\n`
  if (output === undefined) io.out(printed)
  else save(output, printed, workspace, io)
}
