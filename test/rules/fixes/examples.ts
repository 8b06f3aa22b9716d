import { valid } from '../../support/corpus.ts'

type Replacements = readonly (readonly [right: string, wrong: string])[]

export type Example = readonly [
  what: string,
  rule: string,
  mistakes: Replacements,
  /** What stays of the mistakes after all fixes. */
  left: Replacements,
]

const one =
  (rule: string) =>
  (what: string, right: string, wrong: string, left: string = right): Example => [
    what,
    rule,
    [[right, wrong]],
    [[right, left]],
  ]
const character = one('encoding')
const point = one('points')
const section = one('sections')
const literal = one('literal-markup')

const between = (from: string, to: string): string =>
  valid.round.slice(valid.round.indexOf(from), valid.round.indexOf(to))

const quality = '[70 % of all notes are in English and last under 40 s](../rubric.md#explicit-assumptions)'
const phrase = '[70 % of all notes are in English and last under 40 s][explicit-assumptions]'
const learning =
  '[every confirmed missed note becomes a regression test within 7 days](../rubric.md#learning-from-failures)'
const end = 'because no query ever needs two owners.\n'
const last = '  We split the index by owner, because no query ever needs two owners.\n'
const defined = '\n[explicit-assumptions]: ../rubric.md#explicit-assumptions\n'

/** Every fixable thing: a mistake in a valid drill, and what is left of it. */
export const examples: readonly Example[] = [
  character('a byte order mark', '---\nid:', '\ufeff---\nid:'),
  character('several byte order marks', '---\nid:', '\ufeff\ufeff\ufeff---\nid:'),
  character('a zero-width space in a word', 'rollback-path', 'roll\u200bback-path'),
  character('one in front matter', 'difficulty', 'dif\u200bficulty'),
  character('one in a heading', '### Evaluation', '### Evalu\u200bation'),
  character('one before a label', '- **Cost:**', '- \u200b**Cost:**'),
  character('no joiners of a script', 'noon.', 'noon می‌خواهم and क्‍ष.', 'noon می‌خواهم and क्‍ष.'),
  character('a second joiner', 'noon.', 'noon می‌‌خواهم.', 'noon می‌خواهم.'),
  character('a soft hyphen and a joiner', 'transcription may', 'tran\u00adscrip\u200dtion may'),
  [
    'more of them than are told one by one',
    'encoding',
    [['noon.', 'no\u200bon\u00ad'.repeat(90)]],
    [['noon.', 'noon'.repeat(90)]],
  ],
  literal('a blank inside a link', 'previous index](', 'previous index] ('),
  literal('a colon inside a link', 'pinned together](', 'pinned together]: ('),
  literal(
    'a link with its parts in the wrong order',
    '[a recogniser update changes words that the index still holds](#index-goes-stale)',
    '(a recogniser update changes words that the index still holds)[#index-goes-stale]',
  ),
  literal('a link without a bracket', 'previous index](', 'previous index('),
  literal('a link that nothing closes', '#one-release-for-both)', '#one-release-for-both'),
  literal('blanks inside a bold label', '**Cost:**', '** Cost: **'),
  literal('a mark too few', '**Cost:**', '**Cost:*'),
  literal('a heading without its blank', '### Tradeoffs', '###Tradeoffs'),
  literal('a heading with another blank', '## Criteria', '##\u00a0Criteria'),
  literal('a title without its blank', '# Voice note search', '#Voice note search'),
  literal('a bold line in place of a heading', '### Evaluation', '**Evaluation**'),
  literal('a line in place of a heading', '## Red flags', 'Red flags'),
  literal('an item without its blank', '- **Cost:**', '-**Cost:**'),
  literal('an item with another mark', '- **Cost:**', '• **Cost:**'),
  point('a colon outside the bold', '**Cost:**', '**Cost**:'),
  point('a colon after a blank', '**Cost:**', '**Cost** :'),
  point('a colon with the text behind it', '**Cost:** trans', '**Cost**:trans'),
  point('a missing colon', '**Cost:**', '**Cost**'),
  point('underscores', '**Cost:**', '__Cost__:'),
  point('a colon inside and outside', '**Cost:** trans', '**Cost: a**: trans', '**Cost: a:** trans'),
  point('a misspelt label', '**Latency:**', '**Latncy:**'),
  point('a label in another case', '**CI/CD:**', '**ci/cd:**'),
  point('a label in the singular', '**Offline slices:**', '**Offline slice:**'),
  point('a label in the plural', '**Rollback:**', '**Rollbacks:**'),
  point('hyphens in a label', '**Data retention:**', '**Data-retention:**'),
  point('a split label', '**Rollback:**', '**Roll back:**'),
  point('a misspelt label with its colon outside', '**Latency:**', '**Latncy**:'),
  point('an item whose label is meant', '- **Latency:**', '- Latency:'),
  point('one with the text behind it', '- **Latency:** results', '- Latency:results'),
  point('one that is misspelt', '- **Latency:**', '- latencies:'),
  point('a full-width colon', '**Latency:**', '**Latency：**'),
  point('one behind the bold', '**Latency:**', '**Latency**：'),
  point('a dash in place of the colon', '**Latency:**', '**Latency** —'),
  point('a hyphen in its place', '**Latency:**', '**Latency** -'),
  point('a dash without blanks', '**Cost:** trans', '**Cost**—trans'),
  point('a dash in the bold', '**Latency:**', '**Latency –**'),
  point('a full stop in the bold', '**Latency:**', '**Latency.**'),
  point('a blank before the sign', '**Latency:**', '**Latency ：**'),
  point('a semicolon behind the bold', '**Traffic:** 2', '**Traffic**；2'),
  point('a comma behind it', '**Traffic:**', '**Traffic**,'),
  point('a full stop behind it', '**Traffic:**', '**Traffic**.'),
  point('a comma in it', '**Traffic:**', '**Traffic，**'),
  point('a letter that looks like a colon', '**Traffic:**', '**Trafficː**'),
  point('a longer dash', '**Traffic:**', '**Traffic** ―'),
  point('a minus', '**Traffic:**', '**Traffic** −'),
  point('a hyphen that touches the bold', '**Traffic:**', '**Traffic**-'),
  point('two colons behind the bold', '**Traffic:**', '**Traffic**::'),
  point('an escaped colon', '**Traffic:**', '**Traffic**\\:'),
  point('a dash behind the colon', '**Traffic:**', '**Traffic:** —'),
  point('a hyphen behind it', '**Privacy:**', '**Privacy:** -'),
  point('another colon behind it', '**Traffic:**', '**Traffic:**:'),
  point('a misspelt label with a dash behind its colon', '**Privacy:**', '**Pirvacy:** –'),
  point('no minus behind the colon', '**Traffic:** 2', '**Traffic:** - 2', '**Traffic:** - 2'),
  point(
    'no mark of a list behind it',
    '**Privacy:** only',
    '**Privacy:**\n  - only',
    '**Privacy:**\n  - only',
  ),
  point('no underscores', '**Privacy:**', '__Privacy:__', '__Privacy:__'),
  point('no blank before the colon', '**Privacy:**', '**Privacy :**', '**Privacy :**'),
  point('a label in italics', '- **Privacy:**', '- *Privacy:*'),
  point('one with its colon behind them', '- **Privacy:**', '- _Privacy_:'),
  point('a label in bold italics', '- **Privacy:**', '- ***Privacy:***'),
  point('no label in italics that is another word', '- **Privacy:**', '- *Piracy:*', '- *Piracy:*'),
  point('a misspelt label with a dash', '**Latency:**', '**Latncy** —'),
  point('an item whose label has a full-width colon', '- **Latency:**', '- Latency：'),
  point('no label that is another word', '**Quality:**', '**Quantity:**', '**Quantity:**'),
  point('no item that begins with another word', '- **Cost:**', '- Cast:', '- Cast:'),
  point('no abbreviation', '**Online SLOs:**', '**Online SLAs:**', '**Online SLAs:**'),
  point('no label that says more', '**Learning:** ', '**Learnings, first**: ', '**Learnings, first:** '),
  point('no label with code', '**Cost:**', '**`Cost`**:', '**`Cost`**:'),
  point(
    'no label with a link',
    '**Cost:**',
    '**[Cost](https://a.example/)**:',
    '**[Cost](https://a.example/)**:',
  ),
  point('no words before the colon', '- **Cost:**', '- Cost – for now:', '- Cost – for now:'),
  point(
    'no second item that means the same',
    '- **Cost:**',
    '- **Latency:** as said above, at all times.\n- Latency: again.\n- **Cost:**',
    '- **Latency:** as said above, at all times.\n- Latency: again.\n- **Cost:**',
  ),
  point('no list in a list', '- **Cost:**', '- - Cost:', '- - Cost:'),
  point('no code', '- **Cost:**', '-     Cost:', '-     Cost:'),
  section('a misspelt heading', '### Tradeoffs', '### Trade-offs'),
  section('a heading in another case', '## Red flags', '## RED FLAGS'),
  section('a heading in the plural', '### Model path', '### Model paths'),
  section('no heading that is another word', '### Evaluation', '### Evolution', '### Evolution'),
  section(
    'no heading near one that is not needed',
    '### Tradeoffs',
    '### Inference\n\nOf a model.\n\n### Tradeoffs',
    '### Inference\n\nOf a model.\n\n### Tradeoffs',
  ),
  section(
    'an answer that is not indented',
    '\n  We split the index by owner',
    '\nWe split the index by owner',
  ),
  section(
    'an answer of two lines that is not indented',
    '  We split the index by owner, because no query ever needs two owners.\n',
    'We split the index by owner,\nbecause no query ever needs two owners.\n',
    '  We split the index by owner,\n  because no query ever needs two owners.\n',
  ),
  section(
    'an answer that is indented by one blank',
    '  We split the index by owner, because no query ever needs two owners.\n',
    ' We split the index by owner,\n because no query ever needs two owners.\n',
    '  We split the index by owner,\n  because no query ever needs two owners.\n',
  ),
  section(
    'no name of a part that need not be there, at another level',
    '### Tradeoffs',
    '### Reference\n\nAn implementation to compare with.\n\n### Tradeoffs',
    '### Reference\n\nAn implementation to compare with.\n\n### Tradeoffs',
  ),
  section(
    'no level of a part in a wrong place',
    '### Tradeoffs',
    '### References\n\n- [A](https://a.example/a): b.\n\n### Tradeoffs',
    '### References\n\n- [A](https://a.example/a): b.\n\n### Tradeoffs',
  ),
  [
    'nothing but the name of one that is misspelt',
    'sections',
    [
      [between('## Red flags', '## Follow-ups'), ''],
      ['## Prompt', `#${between('## Red flags', '## Follow-ups').replace('flags', 'flgas')}## Prompt`],
    ],
    [
      [between('## Red flags', '## Follow-ups'), ''],
      ['## Prompt', `#${between('## Red flags', '## Follow-ups')}## Prompt`],
    ],
  ],
  section(
    'an answer of two paragraphs that are not indented',
    last,
    'We split the index by owner.\n\nNo query ever needs two owners.\n',
    '  We split the index by owner.\n\n  No query ever needs two owners.\n',
  ),
  section(
    'a label of worked figures with its colon outside',
    '## Criteria\n',
    '## Worked figures\n\n- **Load**: 4 × 5 = 20.\n\n## Criteria\n',
    '## Worked figures\n\n- **Load:** 4 × 5 = 20.\n\n## Criteria\n',
  ),
  section(
    'one with another sign',
    '## Criteria\n',
    '## Worked figures\n\n- **Load** — 4 × 5 = 20.\n\n## Criteria\n',
    '## Worked figures\n\n- **Load:** 4 × 5 = 20.\n\n## Criteria\n',
  ),
  section('a criterion at the wrong level', '### Index goes stale', '#### Index goes stale'),
  section('a heading with marks at its end', '### Operations', '### Operatons ###'),
  section('a misspelt setext heading', '## Red flags', 'Red flag\n--------'),
  section('a level too high', '### Evaluation', '## Evaluation'),
  section('a level too low', '## Prompt', '#### Prompt'),
  section('a misspelt heading at the wrong level', '### Evaluation', '##### Evalution'),
  section(
    'no heading with a link',
    '## Follow-ups',
    '## [Follow ups](https://a.example/)',
    '## [Follow ups](https://a.example/)',
  ),
  section('no heading that says more', '## Prompt', '## Prompt me', '## Prompt me'),
  [
    'no sections out of order',
    'sections',
    [
      [between('### Model path', '### Evaluation'), ''],
      ['### Tradeoffs', `${between('### Model path', '### Evaluation')}### Tradeoffs`],
    ],
    [
      [between('### Model path', '### Evaluation'), ''],
      ['### Tradeoffs', `${between('### Model path', '### Evaluation')}### Tradeoffs`],
    ],
  ],
  [
    'no section that belongs first',
    'sections',
    [
      [between('## Prompt', '## Answer'), ''],
      ['## Red flags', `${between('## Prompt', '## Answer')}## Red flags`],
    ],
    [
      [between('## Prompt', '## Answer'), ''],
      ['## Red flags', `${between('## Prompt', '## Answer')}## Red flags`],
    ],
  ],
  [
    'no duplicate section',
    'sections',
    [['## Prompt', '## Follow-ups\n\n- More?\n\n## Prompt']],
    [['## Prompt', '## Follow-ups\n\n- More?\n\n## Prompt']],
  ],
  one('schema')('a misspelt key', 'difficulty:', 'dificulty:'),
  one('schema')('a value in another case', 'kind: round', 'kind: Round'),
  one('schema')(
    'no value that is another word',
    'difficulty: core',
    'difficulty: score',
    'difficulty: score',
  ),
  one('criteria')('a misspelt label of a criterion', '**Partly:** both', '**Parlty** — both'),
  one('criteria')('a label of a criterion with a dash', '**Partly:** both', '**Partly** — both'),
  one('criteria')('one before a number', '**Weight:** 8', '**Weight** – 8'),
  one('criteria')('one that is not bold', '- **Weight:** 8', '- Weight: 8'),
  one('criteria')('a misspelt one in italics', '- **Partly:** both', '- *Partley:* both'),
  one('criteria')('an anchor without its hyphens', '(#one-release-for-both)', '(#onereleaseforboth)'),
  one('criteria')('one of words that end in s', '(#index-goes-stale)', '(#indexgoesstale)'),
  one('criteria')(
    'no other word as the label of a criterion',
    '**Weight:** 8',
    '**Height:** 8',
    '**Height:** 8',
  ),
  one('criteria')('an anchor in another case', '(#index-goes-stale)', '(#Index-Goes-Stale)'),
  one('criteria')('a misspelt anchor', '(#index-goes-stale)', '(#index-goes-stlae)'),
  one('rubric-evidence')('an anchor of the rubric', 'rubric.md#rollback-path', 'rubric.md#Rollback-Path'),
  one('rubric-evidence')(
    'a misspelt one',
    'rubric.md#learning-from-failures',
    'rubric.md#learning-from-failurs',
  ),
  [
    'a reference without a definition',
    'rubric-evidence',
    [[quality, phrase]],
    [
      [quality, phrase],
      [end, end + defined],
    ],
  ],
  [
    'a reference below what is no definition, as it follows text',
    'literal-markup',
    [
      [quality, phrase],
      [end, `${end}[a]: https://a.example/\n`],
    ],
    [
      [quality, phrase],
      [end, `${end}\n[a]: https://a.example/${defined}`],
    ],
  ],
  [
    'a second reference, below a definition and without an end of line',
    'rubric-evidence',
    [
      [quality, phrase],
      [learning, learning.replace(/\(.*/, '[learning-from-failures]')],
      [last, `${last}\n[a]: https://a.example/`],
    ],
    [
      [quality, phrase],
      [learning, learning.replace(/\(.*/, '[learning-from-failures]')],
      [
        last,
        `${last}\n[a]: https://a.example/${defined}[learning-from-failures]: ../rubric.md#learning-from-failures\n`,
      ],
    ],
  ],
  [
    'two references, whatever their order in the text',
    'rubric-evidence',
    [
      ['(../rubric.md#rollback-path)', '[rollback-path]'],
      ['(../rubric.md#learning-from-failures)', '[learning-from-failures]'],
    ],
    [
      ['(../rubric.md#rollback-path)', '[rollback-path]'],
      ['(../rubric.md#learning-from-failures)', '[learning-from-failures]'],
      [
        end,
        `${end}\n[learning-from-failures]: ../rubric.md#learning-from-failures\n[rollback-path]: ../rubric.md#rollback-path\n`,
      ],
    ],
  ],
  [
    'no escaped brackets',
    'rubric-evidence',
    [['only the owner', '\\[only the owner][rollback-path]']],
    [['only the owner', '\\[only the owner][rollback-path]']],
  ],
]
