const dead = 'rule: near-duplicate, reason: the two are one'
const also = 'rule: answer-length, reason: it explains two codecs'
const kept = 'rule: title, reason: only because'

/** Exceptions as they are written, and what is left of them. The last one in a list has no fix: its rule has none. */
export const exceptions: readonly (readonly [what: string, written: string, left: string])[] = [
  ['the only one, in brackets', `exceptions: [{ ${dead} }]\n`, ''],
  ['the only one, in a list', `exceptions:\n  - { ${dead} }\n`, ''],
  ['the only one, not indented', `exceptions:\n- { ${dead} }\n`, ''],
  [
    'the only one, over lines',
    'exceptions:\n  - rule: near-duplicate\n    reason: >-\n      the two\n      are one\n',
    '',
  ],
  ['all of two', `exceptions: [{ ${dead} }, { ${also} }]\n`, ''],
  ['all of three lines', `exceptions:\n  - { ${dead} }\n  - { ${also} }\n  - { ${dead} }\n`, ''],
  ['the first in brackets', `exceptions: [{ ${dead} }, { ${kept} }]\n`, `exceptions: [{ ${kept} }]\n`],
  ['the last in brackets', `exceptions: [{ ${kept} }, { ${dead} }]\n`, `exceptions: [{ ${kept} }]\n`],
  [
    'the middle in brackets',
    `exceptions: [{ ${kept} }, { ${dead} }, { ${kept} }]\n`,
    `exceptions: [{ ${kept} }, { ${kept} }]\n`,
  ],
  ['the first line', `exceptions:\n  - { ${dead} }\n  - { ${kept} }\n`, `exceptions:\n  - { ${kept} }\n`],
  ['the last line', `exceptions:\n  - { ${kept} }\n  - { ${dead} }\n`, `exceptions:\n  - { ${kept} }\n`],
  [
    'lines with a comment between',
    `exceptions:\n  - { ${dead} }\n  # the second\n  - { ${kept} }\n`,
    `exceptions:\n  # the second\n  - { ${kept} }\n`,
  ],
  [
    'two with a comment between',
    `exceptions:\n  - { ${dead} }\n  # the second\n  - { ${also} }\n`,
    `exceptions:\n  # the second\n  - { ${also} }\n`,
  ],
  [
    'none whose comment would be lost',
    `exceptions: [{ ${dead} }] # why\n`,
    `exceptions: [{ ${dead} }] # why\n`,
  ],
  [
    'none with a comment on its line',
    `exceptions:\n  - { ${dead} } # why\n`,
    `exceptions:\n  - { ${dead} } # why\n`,
  ],
  [
    'none with a comment on the key',
    `exceptions: # why\n  - { ${dead} }\n`,
    `exceptions: # why\n  - { ${dead} }\n`,
  ],
  [
    'none with comments in brackets',
    `exceptions: [\n    { ${dead} }, # why\n    { ${kept} }\n  ]\n`,
    `exceptions: [\n    { ${dead} }, # why\n    { ${kept} }\n  ]\n`,
  ],
  ['none behind a question mark', `? exceptions\n: - { ${dead} }\n`, `? exceptions\n: - { ${dead} }\n`],
]
