import { edit, paths, valid } from './corpus.ts'
import { commit } from './git.ts'

/** Another criterion than any of ours. */
const renamed = (text: string): string =>
  text
    .replaceAll('measurable-launch-gates', 'launch-numbers')
    .replaceAll('Measurable launch gates', 'Launch numbers')

/** The id of the round that Acme has written. */
export const acmeDrill = 'voice-note-search'

export const acmeName = '@acme/speech-drills'

/** A repository of private drills: a practice loop, a rubric, a name and a licence of its own. */
export const acmeFiles: Readonly<Record<string, string>> = {
  'package.json': `${JSON.stringify({
    name: acmeName,
    version: '2.3.0',
    private: true,
    description: 'How Acme asks about speech.',
    license: 'SEE LICENSE IN TERMS.md',
    type: 'module',
  })}\n`,
  'TERMS.md': 'For people at Acme only.\n',
  '.gitignore': 'node_modules/\ndist/\n',
  [paths.loop]: edit(
    edit(valid.loop, '{ id: assumptions, minutes: 5 }', '{ id: assumptions, minutes: 3 }'),
    '{ id: design, minutes: 10 }',
    '{ id: design, minutes: 12 }',
  ),
  [paths.rubric]: renamed(valid.rubric),
  [paths.round]: renamed(valid.round),
  [paths.question]: renamed(valid.question),
}

/** Writes it into a folder, as a commit. */
export const writeAcme = (folder: string): string => commit(folder, acmeFiles)
