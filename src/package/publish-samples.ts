import { filesDigest } from '../io/reuse-files.ts'
import type { Artifact, FolderDraft } from '../io/write-folder.ts'
import type { Sample as Published } from '../model/generated/published/sample.ts'
import { sample as fitsSample } from '../model/generated/published/validators.js'
import type { Sample } from '../model/sample.ts'
import { digest } from '../text/digest.ts'
import { bySampleOrder, compileSample } from './compile/sample.ts'
import { moduleOfFile } from './module-of.ts'
import { reasonOf, verifySchema } from './verify.ts'

/** What was published of a sample, as far as later builds need to know. */
export interface SampleProduct extends Pick<Published, 'drill' | 'level' | 'form' | 'name'> {
  /** Of its JSON, by which it is found again in the earlier package. */
  readonly digest: string
}

interface Member extends Pick<Published, 'level' | 'form' | 'name'> {
  readonly json: string
}

/** The files that hold the samples of one drill. */
export function sampleFiles(drill: string, members: readonly Member[]): Artifact[] {
  const list = `[${[...members]
    .sort(bySampleOrder)
    .map(({ json }) => json)
    .join(',')}]`
  return [
    { path: `samples/${drill}.json`, text: `${list}\n` },
    { path: `samples/${drill}.js`, text: moduleOfFile(drill) },
  ]
}

/** The JSON of the samples in a file of the earlier package, by their digests; none where it can't be read. */
function earlierTexts(drill: string, folder: FolderDraft): Map<string, string> {
  try {
    const samples = JSON.parse(
      Buffer.from(folder.earlier(`samples/${drill}.json`) ?? '[]').toString(),
    ) as unknown[]
    return new Map(
      samples.map((sample) => {
        const json = JSON.stringify(sample)
        return [digest(json), json]
      }),
    )
  } catch {
    return new Map()
  }
}

/** Writes the samples of each drill into one file. */
export interface SampleWriter {
  /** Compiles a sample and adds it. */
  readonly publish: (sample: Sample) => { readonly sample?: SampleProduct; readonly unfit?: string }
  /** Adds a sample of the earlier package; false when it is no longer there. */
  readonly reuse: (product: SampleProduct) => boolean
  /** Writes what is open still, and tells which drills have samples. */
  readonly finish: () => ReadonlySet<string>
}

/**
 * Opens a writer. It wants the samples of a drill one after the other and holds those of one drill at a time.
 * @param isPublished whether a drill is in the package; asked when the samples of the drill are complete
 */
export function sampleWriter(folder: FolderDraft, isPublished: (drill: string) => boolean): SampleWriter {
  const written = new Set<string>()
  let drill = ''
  let members: Member[] = []
  let allReused = true
  let earlier: Map<string, string> | undefined

  const write = (): void => {
    if (members.length === 0 || !isPublished(drill)) return
    const files = sampleFiles(drill, members)
    const names = files.map(({ path }) => path)
    if (!(allReused && folder.reuse(names, filesDigest(files)))) for (const file of files) folder.add(file)
    written.add(drill)
  }
  const turnTo = (next: string): void => {
    if (next === drill) return
    write()
    drill = next
    members = []
    allReused = true
    earlier = undefined
  }

  return {
    publish: (sample) => {
      const compiled = compileSample(sample)
      if (!compiled) return {}
      turnTo(compiled.drill)
      const { level, form, name } = compiled
      const json = JSON.stringify(compiled)
      members.push({ level, form, name, json })
      allReused = false
      const unfit = reasonOf(() => verifySchema(`sample ${name} of ${drill}`, compiled, fitsSample))
      // A clone, because a slice of a file's text keeps all of that text in memory.
      const product = structuredClone({ drill, level, form, name, digest: digest(json) })
      return { sample: product, ...(unfit !== undefined && { unfit }) }
    },
    reuse: ({ drill: of, level, form, name, digest: expected }) => {
      turnTo(of)
      earlier ??= earlierTexts(of, folder)
      const json = earlier.get(expected)
      if (json === undefined) return false
      members.push({ level, form, name, json })
      return true
    },
    finish: () => {
      turnTo('')
      return written
    },
  }
}
