import type { Facts } from '../model/facts.ts'
import type { Sample } from '../model/sample.ts'
import { targetsOf } from './drill-facts.ts'

/** What corpus rules need to know of a sample answer. */
export function sampleFacts(sample: Sample): Facts {
  const { matter, locate, name, folder } = sample
  const { data } = matter
  return {
    file: sample.file,
    anchors: sample.headings.map(({ anchor }) => anchor),
    targets: targetsOf(sample, () => false),
    sample: {
      name,
      ...(folder !== undefined && { folder }),
      ...(data && { matter: data }),
      places: {
        drill: locate(matter.at(['drill'])),
        verdicts: locate(matter.keyAt(['verdicts'])),
        criteria: Object.keys(data?.verdicts ?? {}).map((id) => locate(matter.keyAt(['verdicts', id]))),
        redFlags: (data?.redFlags ?? []).map((_, index) => locate(matter.at(['redFlags', index]))),
      },
    },
  }
}
