import path from 'node:path'
import type { Io } from '../io/io.ts'
import { toolchainRoot } from '../io/toolchain.ts'
import { lint } from '../lint/lint.ts'
import type { LintInput } from '../lint/lint-input.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Changes } from '../model/generated/published/changes.ts'
import type { Sample } from '../model/generated/published/sample.ts'
import type { Track } from '../model/generated/published/track.ts'
import { inReadingOrder } from './compile/content.ts'
import { compilePracticeLoop, compileRedirects, compileRubric } from './compile/definitions.ts'
import { compileDrill } from './compile/drill.ts'
import { compileSample } from './compile/sample.ts'
import { byTrackOrder, compileTrack } from './compile/track.ts'
import { type Content, contentFiles } from './content-files.ts'
import type { Assets } from './frame.ts'
import type { Identity } from './identity/identity.ts'

/** Content of a corpus, as far as it can be compiled, with what the linter says of it. */
export interface Compiled {
  readonly diagnostics: readonly Diagnostic[]
  /** Undefined when the definition documents can't be used. */
  readonly content: Content | undefined
}

/** Lints a corpus and compiles every drill that is to be published. */
export function compileCorpus(input: LintInput, changes: Changes, identity: Identity): Compiled {
  const samples: Sample[] = []
  const tracks: Track[] = []
  const { diagnostics, made, corpus } = lint(input, (model, definitions) => {
    if (model.kind === 'sample') {
      const sample = compileSample(model)
      if (sample) samples.push(sample)
      return undefined
    }
    if (model.kind === 'track') {
      const track = compileTrack(model)
      if (track) tracks.push(track)
      return undefined
    }
    const drill = compileDrill(model, definitions)
    return drill && { order: model.matter.data?.order, drill }
  })
  const { definitions } = corpus
  if (!definitions) return { diagnostics, content: undefined }
  return {
    diagnostics,
    content: {
      identity,
      drills: inReadingOrder(made),
      samples,
      tracks: tracks.sort(byTrackOrder),
      rubric: compileRubric(corpus, definitions),
      practiceLoop: compilePracticeLoop(corpus, definitions),
      redirects: compileRedirects(corpus),
      changes,
    },
  }
}

/** Files of the toolchain, for the package. */
export const assetsOf =
  ({ reader }: Pick<Io, 'reader'>): Assets =>
  (name) => {
    const found = reader.readText(path.join(toolchainRoot, name))
    if (found === undefined) throw new Error(`the toolchain lacks its file ${name}`)
    return found
  }

/** The files of a package for a comparison: content with errors can be compared, though not published. */
export const comparedFiles = (content: Content, io: Pick<Io, 'reader'>): Map<string, string> =>
  contentFiles(content, assetsOf(io))
