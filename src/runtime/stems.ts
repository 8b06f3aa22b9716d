import type { Token } from '../rubric/tokens.ts'

/** Words without a subject, and those that any answer uses. */
const stops = new Set(
  `a about above across after again against all almost also always am an and another any anybody anything are around as
  ask at away back be became because become been before being below best better between both but by call came can cannot
  case change come could day did different do does done down during each early either else enough even ever every
  everybody everything far few find first five follow for four from full further gave get give go goes gone good got great
  had half happen hard has have he her here high him his hold hour how however i if in instead into is it its just keep
  kept know large last late later least less let like little long look low made make many may me mean might minute month
  more most much must my need neither never new next no nobody none nor not nothing now of off often old on once one only
  or other otherwise our out over own part people per place put rather really right said same say see seem set several
  shall she should show since six small so some somebody something soon start state stay still stop such sure take tell
  ten than that the their them then there these they thing think this those three through time to together too took toward
  try turn two under until up upon us use used very want was way we week well went were what when where whether which
  while who whole whom whose why will with within without work would year yes yet you your able already
  answer question drill candidate names says least most number says shows either case reason stated named given least bound
  percent second third point points`
    .split(/\s+/)
    .map(stemOf),
)

/** What a word shares with its forms, of British or American spelling. */
export function stemOf(word: string): string {
  const base = word.replace(/['’]s?$/, '').replaceAll('z', 's')
  const single = base.length > 3 && base.endsWith('s') && !base.endsWith('ss') ? base.slice(0, -1) : base
  return single.replaceAll('-', '').slice(0, 6)
}

/** The stems of words that may tell a subject. */
export function contentStems(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ type, text }) => {
    if (type !== 'word') return []
    const parts = text.includes('-') ? [text, ...text.split('-')] : [text]
    return parts
      .filter((part) => part.length > 2)
      .map(stemOf)
      .filter((stem) => !stops.has(stem))
  })
}
