import type { Definitions } from '../model/definitions.ts'
import type { CorpusFinding, Finding, StageRule } from '../model/diagnostic.ts'
import type { Document } from '../model/document.ts'
import type { Drill } from '../model/drill.ts'
import type { Corpus } from '../model/facts.ts'
import type { Track } from '../model/track.ts'

interface Metadata {
  /** Permanent: the name of its page, and of its file unless a stage or the engine makes its findings. */
  readonly id: string
  /** What it finds, in one line. */
  readonly description: string
  /** Some of its findings carry a fix. */
  readonly fixable?: true
}

/** A rule whose findings come from a stage of the pipeline. */
export interface StageMetadata extends Metadata {
  readonly id: StageRule
  readonly scope: 'stage'
}

/** A rule that sees one drill. */
export interface DrillRule extends Metadata {
  readonly scope: 'drill'
  readonly severity?: 'warning'
  /** A drill may silence it with an exception. */
  readonly heuristic?: true
  /** About structure and rubric: in a draft its findings are warnings. */
  readonly lenientInDrafts?: true
  readonly check: (drill: Drill, definitions: Definitions) => Iterable<Finding>
  /** What the rule asks of the definition documents too. */
  readonly checkDocument?: (document: Document) => Iterable<Finding>
  /** What it asks of sample answers, which are published as they came. */
  readonly checkSample?: (document: Document) => Iterable<Finding>
  /** What it asks of tracks besides what it asks of definition documents. */
  readonly checkTrack?: (track: Track) => Iterable<Finding>
}

/** A rule that sees the facts of all files. */
export interface CorpusRule extends Metadata {
  readonly scope: 'corpus'
  readonly severity?: 'warning'
  readonly heuristic?: true
  /** It sees only the practice loop and the rubric: its findings are cached with those. */
  readonly definitionsOnly?: true
  readonly check: (corpus: Corpus) => Iterable<CorpusFinding>
}

/** A rule that the engine itself applies. */
export interface EngineMetadata extends Metadata {
  readonly id: 'unused-exception'
  readonly scope: 'engine'
}

export type Rule = StageMetadata | DrillRule | CorpusRule | EngineMetadata
