/** Declarations of the package's entries, besides its data. */
export const declarations: readonly string[] = [
  'index.d.ts',
  'catalog.d.ts',
  'prompts.d.ts',
  'drills.d.ts',
  'samples.d.ts',
  'tracks.d.ts',
]

/** The names that a generated declaration file exports. */
function namesIn(declaration: string): string[] {
  const lists = Array.from(declaration.matchAll(/^export (?:type )?\{([^}]*)\}/gm), ([, names = '']) =>
    names.split(',').map((name) => name.replace(/^.* as /, '').trim()),
  )
  const single = declaration.matchAll(/^export declare (?:async )?(?:const|function|class) (\w+)/gm)
  return [...Array.from(single, ([, name = '']) => name), ...lists.flat()].filter((name) => name !== '')
}

/** Entries of a package such as `./drills`, and the names that each exports, such as `./drills#loadDrill`. */
export function exportedNames(
  exports: Readonly<Record<string, unknown>>,
  files: ReadonlyMap<string, string>,
): string[] {
  return Object.entries(exports).flatMap(([entry, target]) => {
    const types = typeof target === 'object' && target !== null && 'types' in target ? target.types : ''
    const names = namesIn(files.get(String(types).replace(/^\.\//, '')) ?? '')
    return [entry, ...names.map((name) => `${entry}#${name}`)]
  })
}
