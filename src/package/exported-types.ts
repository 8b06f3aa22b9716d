/** The types that each declaration file gives to the package's main entry. */
export const exportedTypes = {
  catalog: ['Catalog', 'CatalogEntry', 'Kind'],
  changes: ['ChangeKind', 'Changes', 'DrillChange', 'VersionChanges'],
  drill: [
    'Category',
    'Difficulty',
    'Digests',
    'Drill',
    'DrillCriterion',
    'Evidence',
    'FollowUp',
    'Incident',
    'Item',
    'Point',
    'Question',
    'Reference',
    'RichText',
    'Round',
    'Scope',
    'Section',
    'SeeAlso',
    'Status',
    'WorkedFigure',
  ],
  'gone-drill': ['GoneDrill'],
  'practice-loop': [
    'Component',
    'CountRange',
    'Limits',
    'LoopKind',
    'LoopPoint',
    'LoopSection',
    'Phase',
    'PracticeLoop',
  ],
  prompt: ['Prompt'],
  redirects: ['Redirects', 'Split'],
  rubric: ['Criterion', 'Cue', 'RedFlag', 'RedFlagTest', 'Rubric', 'ScoreRule', 'Substance', 'SubstancePart'],
  sample: ['Sample', 'SampleAnswer', 'SampleForm', 'SampleLevel', 'Verdict'],
  track: ['Track'],
} as const

/** The same for the types of functions. */
export const exportedRuntimeTypes: readonly string[] = [
  'Answer',
  'AssessOptions',
  'AssessedDrill',
  'Assessment',
  'CriterionAssessment',
  'GradedDrill',
  'Place',
  'PromptedDrill',
  'RaisedRedFlag',
  'ReadVerdicts',
  'Resolution',
  'Score',
  'SectionAssessment',
  'UpgradeChange',
  'UpgradeEntry',
  'Verdicts',
]

/** The types of names, which the content of a version decides. */
export const exportedNameTypes: readonly string[] = [
  'AnyCriterionId',
  'ComponentId',
  'CriterionId',
  'DrillCriterionId',
  'DrillId',
  'DrillRedFlagId',
  'ListOf',
  'PhaseId',
  'PointId',
  'RedFlagId',
  'SectionId',
  'Topic',
]

/** Names of the generated declaration files. */
export const typeFiles: readonly string[] = Object.keys(exportedTypes)
