import { track as fitsTrack } from '../model/generated/published/validators.js'
import type { DrillNames } from './names.ts'
import type { Product } from './publish-drill.ts'

type Keys<T> = { readonly [K in keyof T]: true }

const nameLists: Keys<DrillNames> = {
  topics: true,
  components: true,
  sections: true,
  points: true,
  criteria: true,
  redFlags: true,
}

const isText = (data: unknown): boolean => typeof data === 'string'
const isMissingOr = (data: unknown, fits: (data: unknown) => boolean): boolean =>
  data === undefined || fits(data)

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data)

const holdsTexts = (data: unknown, ...keys: readonly string[]): boolean =>
  isRecord(data) && keys.every((key) => isText(data[key]))

const holdsLists = (data: unknown, keys: readonly string[]): boolean =>
  isRecord(data) &&
  keys.every((key) => {
    const list = data[key]
    return Array.isArray(list) && list.every(isText)
  })

function isListed(data: unknown): boolean {
  if (!isRecord(data)) return false
  const { order, drill } = data
  return (
    isMissingOr(order, Number.isInteger) &&
    isRecord(drill) &&
    holdsTexts(drill, 'id', 'kind', 'title', 'difficulty', 'json') &&
    typeof drill['minutes'] === 'number' &&
    holdsLists(drill['names'], Object.keys(nameLists))
  )
}

/** Whether what a cache holds has the shape of a product: its checksum does not say who wrote it. */
export function isProduct(data: unknown): data is Product {
  if (!isRecord(data)) return false
  const { sample, track, listed, files, unfit } = data
  return (
    isMissingOr(sample, (found) => holdsTexts(found, 'drill', 'level', 'form', 'name', 'digest')) &&
    isMissingOr(track, fitsTrack) &&
    isMissingOr(listed, isListed) &&
    isMissingOr(files, isText) &&
    isMissingOr(unfit, isText)
  )
}
