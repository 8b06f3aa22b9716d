import { latest, longest } from '../model/limits.ts'
import { maxImportBytes } from './export.ts'
import { boolean, number, object, oneOf, recordOf, string, whole } from './parse.ts'

export const instant = whole(0, latest)
export const id = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
export const attemptId = /^[A-Za-z0-9][A-Za-z0-9-]{7,63}$/
/** A line that is shown as it is: nothing in it may move or hide what stands beside it. */
export const line = string(500, /^[^\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]*$/)
/** As long as a whole export: any text that was saved must be readable again. */
export const words = string(maxImportBytes)
export const millis = whole(0, longest)

export const timer = object({ on: boolean, factor: number(0.5, 10) })

export const grade = oneOf('met', 'partly', 'not')
export const grades = recordOf(id, grade, 100)
