import { applyChange } from '../../src/core/model/change.ts'
import { emptyLibrary, type Library } from '../../src/core/model/records.ts'
import { failure, success } from '../../src/core/model/result.ts'
import { type Store, type StoreReason, storeFailure } from '../../src/core/storage/store.ts'

/**
 * A store in memory.
 * @param initial what it holds at first
 * @param failing asked before every operation; a reason makes it fail
 */
export function memoryStore(
  initial: Library = emptyLibrary,
  failing: () => StoreReason | undefined = () => undefined,
): Store {
  let library = initial
  const attempt = async <Value>(act: () => Value) => {
    const reason = failing()
    return reason === undefined ? success(act()) : failure(storeFailure(reason))
  }
  return {
    load: () => attempt(() => ({ library, unreadable: [] })),
    save: (change) =>
      attempt(() => {
        library = applyChange(library, change)
        return null
      }),
    wipe: () =>
      attempt(() => {
        library = emptyLibrary
        return null
      }),
    onEmptied: () => undefined,
    close: () => undefined,
  }
}
