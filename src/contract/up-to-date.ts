import type { Drill, FollowUp, RichText } from '../model/generated/published/drill.ts'
import type { Redirects } from '../model/generated/published/redirects.ts'

type New = 'criteria' | 'workedFigures' | 'seeAlso' | 'followUps'

/** A follow-up of any version: once they were questions without an answer. */
type AnyFollowUp = { readonly id: string } & Partial<FollowUp & RichText>

type Earlier<D> = D extends Drill
  ? Omit<D, New> & Partial<Omit<Pick<D, New>, 'followUps'>> & { readonly followUps: readonly AnyFollowUp[] }
  : never

/** A drill of a package of any version. */
export type AnyDrill = Earlier<Drill>

/** Redirects of a package of any version. */
export type AnyRedirects = Omit<Redirects, 'criteria'> & Partial<Redirects>

const nothing: RichText = { markdown: '', html: '' }

const followUp = ({ id, question, answer, markdown = '', html = '' }: AnyFollowUp): FollowUp => ({
  id,
  question: question ?? { markdown, html },
  answer: answer ?? nothing,
})

/** A drill of any version as one of this one, with nothing in place of what it lacks. */
export const upToDate = (drill: AnyDrill): Drill => ({
  ...drill,
  criteria: drill.criteria ?? [],
  workedFigures: drill.workedFigures ?? [],
  seeAlso: drill.seeAlso ?? [],
  followUps: drill.followUps.map(followUp),
})

/** Redirects of any version as those of this one. */
export const withCriteria = ({ criteria = {}, ...redirects }: AnyRedirects): Redirects => ({
  ...redirects,
  criteria,
})
