import type { Source } from '../io/source.ts'
import { addTo, type FolderPlace } from '../io/write-folder.ts'
import { factsOf } from '../lint/shards.ts'
import type { ThreadResult } from '../lint/threads.ts'
import type { Definitions } from '../model/definitions.ts'
import { addProduct, type Product, packProducts, produce } from './product.ts'

/**
 * Lints drills and writes their files into a package that is being made.
 * @param whole whether all of what was compiled is given back, to be remembered
 */
export function publisher(
  place: FolderPlace,
  definitions: Definitions | undefined,
  whole: boolean,
): (source: Source) => ThreadResult[] {
  const add = addTo(place)
  return (source) => {
    const products: Product[] = []
    const found = factsOf(source, definitions, { make: produce, use: (each) => products.push(each) })
    for (const product of products) addProduct(product, add)
    return found.map((facts) => ({ facts, product: packProducts(products, whole) }))
  }
}
