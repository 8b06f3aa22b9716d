import type { About } from '../../site/build/corpus-modules.ts'
import { isPackageName, packageNameOf } from '../text/package-name.ts'
import { noVersion } from './identity/identity.ts'

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

function fieldsOf(json: string): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(json)
    return typeof found === 'object' && found !== null ? { ...found } : {}
  } catch {
    return {}
  }
}

/**
 * What the practice site of a repository says of itself. It is shown whatever its package.json holds.
 * @param manifest the text of its package.json, if it has one
 * @param folder the name of its folder, which stands in where no package has a name
 */
export function siteAbout(manifest: string | undefined, folder: string): About {
  const { name: declared, version, license } = fieldsOf(manifest ?? '')
  const name = isText(declared) && isPackageName(declared) ? declared : packageNameOf(folder)
  return {
    name,
    version: isText(version) ? version : noVersion,
    title: name,
    heading: `Practise with ${name}`,
    ...(isText(license) && { licence: license }),
  }
}
