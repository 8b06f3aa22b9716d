import type { Source } from '../io/source.ts'
import type { Track } from '../model/track.ts'
import { parseTrack } from '../parse/track.ts'
import { rules } from '../rules/rules.ts'
import { checkText, diagnosticsOf, fastPathFirst, raiseStages } from './check-text.ts'
import type { ModelResult } from './file-result.ts'
import { trackFacts } from './track-facts.ts'

// Its text is published: what is asked of that of definition documents is asked of it too.
const trackChecks = rules.flatMap((rule) => {
  if (rule.scope !== 'drill') return []
  const { id, checkDocument, checkTrack } = rule
  return [checkDocument, checkTrack].flatMap((check) => (check ? [{ id, check }] : []))
})

/** Reads, parses and checks one track. */
export function lintTrack(source: Source): ModelResult<Track> {
  const { file } = source
  return checkText(source, (text, found) =>
    fastPathFirst(text, (parse): ModelResult<Track> => {
      const { track, findings } = parseTrack(text, parse)
      const raised = raiseStages(found, findings)
      if (!track) return { file, diagnostics: diagnosticsOf(text, raised) }
      for (const { id, check } of trackChecks)
        for (const finding of check(track)) raised.push({ rule: id, severity: 'error', finding })
      return { file, diagnostics: diagnosticsOf(text, raised), facts: trackFacts(track), model: track }
    }),
  )
}
