import type { PartsArtifact } from '../io/write-folder.ts'
import type { GoneDrill } from '../model/generated/published/gone-drill.ts'
import type { Redirects } from '../model/generated/published/redirects.ts'
import { goneDrill as fitsGoneDrill } from '../model/generated/published/validators.js'
import { verifySchema } from './verify.ts'

const folders = ['prompts', 'drills', 'samples'] as const

function gone({ split, retired }: Redirects): GoneDrill[] {
  const drills: GoneDrill[] = [
    ...Object.entries(split).map(([id, { ids, reason }]) => ({ id, status: 'split' as const, ids, reason })),
    ...Object.entries(retired).map(([id, reason]) => ({ id, status: 'retired' as const, ids: [], reason })),
  ]
  for (const drill of drills) verifySchema(`the redirect of ${drill.id}`, drill, fitsGoneDrill)
  return drills
}

/**
 * The JSON files at the paths of ids that are gone, which apps and pages may still ask for: of a renamed drill what it
 * has now, of others what became of them. They stay as long as the redirects, which is for ever.
 * @param ids of the drills that are published
 * @param sampled those of them that have samples
 * @param read gives what a file holds that is in the package already
 */
export function oldPaths(
  redirects: Redirects,
  ids: ReadonlySet<string>,
  sampled: ReadonlySet<string>,
  read: (path: string) => Uint8Array,
): PartsArtifact[] {
  const renamed = Object.entries(redirects.renamed).flatMap(([old, id]) =>
    folders
      .filter((folder) => (folder === 'samples' ? sampled : ids).has(id))
      .map((folder) => ({ path: `${folder}/${old}.json`, parts: [read(`${folder}/${id}.json`)] })),
  )
  const others = gone(redirects).flatMap((drill) =>
    folders.map((folder) => ({
      path: `${folder}/${drill.id}.json`,
      parts: [`${JSON.stringify(drill)}\n`],
    })),
  )
  // A package with errors is compared too, and there an old id may be a drill's.
  const drillFiles = new Set(folders.flatMap((folder) => [...ids].map((id) => `${folder}/${id}.json`)))
  return [...renamed, ...others].filter(({ path }) => !drillFiles.has(path))
}
