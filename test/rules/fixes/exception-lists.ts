const unused = 'rule: near-duplicate, reason: the two are one'
const used = 'rule: answer-length, reason: it explains two codecs'

/** Ways to write exceptions in front matter. None of them silences anything in the valid drills. */
export const exceptionLists: readonly string[] = [
  `exceptions: [{ ${unused} }]\n`,
  `exceptions: [{ ${unused} }, { ${used} }]\n`,
  `exceptions: [{ ${unused} }, { ${used} }, { ${unused} }]\n`,
  `exceptions: [{ ${unused} }] # because\n`,
  `exceptions: # because\n  [{ ${unused} }]\n`,
  `exceptions:\n  [\n    { ${unused} }, # the first\n    { ${used} },\n  ]\n`,
  `exceptions:\n  [\n    # the first\n    { ${unused} },\n    { ${used} }\n    # nothing more\n  ]\n`,
  `exceptions: [{ ${unused} }, { rule: title, reason: no }]\n`,
  `exceptions:\n  - { ${unused} }\n`,
  `exceptions:\n- { ${unused} }\n`,
  `exceptions: # all of them\n  - { ${unused} }\n`,
  `exceptions:\n  # the first\n  - { ${unused} }\n`,
  `exceptions:\n  - { ${unused} } # the first\n`,
  `exceptions:\n  - { ${unused} }\n  # the last\n`,
  `exceptions:\n  - { ${unused} }\n  - { ${used} }\n`,
  `exceptions:\n  - { ${unused} }\n  # the second\n  - { ${used} }\n`,
  `exceptions:\n  - { ${unused} }\n\n  - { ${used} }\n\n  - { ${unused} }\n`,
  `exceptions:\n  - rule: near-duplicate\n    reason: the two are one\n`,
  `exceptions:\n  - rule: near-duplicate # the rule\n    reason: >-\n      the two\n      are one\n  - rule: answer-length\n    reason: |\n      it explains # two codecs\n`,
  `exceptions:\n  -\n    rule: near-duplicate\n    reason: the two are one\n`,
  `exceptions:\n  -\n    rule: near-duplicate\n    reason: the two are one\n  - { ${used} }\n`,
  `"exceptions": [{ ${unused} }]\n`,
  `? exceptions\n: - { ${unused} }\n`,
  `exceptions: [\n]\n`,
  `exceptions:\n  - rule: near-duplicate\n    reason: "one #1"\n  - rule: tradeoff-reason\n    reason: 'two'\n`,
]
