import type { Artifact } from '../io/write-folder.ts'
import { packageName, repository } from '../model/project.ts'

/** Where the code of a package comes from whose content is somebody else’s, with its licence. */
export const codeNotice = (licence: string): Artifact => ({
  path: 'THIRD_PARTY_NOTICES.md',
  text: `# Code of others

The scripts, type declarations and JSON Schemas of this package are those of [${packageName}](${repository}), but for the data in them. They are under this licence:

${licence}`,
})
