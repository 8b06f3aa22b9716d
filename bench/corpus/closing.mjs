// What follows an answer, and the short answers of questions.
const earn = (words, criterion) => `[${words}](../rubric.md#${criterion})`

export const redFlags = [
  'Names a {model|vendor|checkpoint} in the first minute and never returns to {operations|evaluation}.',
  'Reports an average over all {tenants|devices|languages} and calls it {quality|success}.',
  'Has no {second|older} version to go back to, or has never tried {it|the switch}.',
  'Keeps {raw audio|full transcripts} “for debugging” without {consent|an end date|an owner}.',
  'Gives latency without a percentile or a place where it is measured.',
  'Compares with last {week|month} instead of a control that runs at the same time.',
  'Adds {capacity|retries|a cache} before knowing which stage is {slow|wrong}.',
  'Treats a {postmortem|review} as finished when the {meeting|document} is.',
  'Trusts {confidence|judge} scores that nobody has calibrated on {this|local} speech.',
  'Forgets what the user {hears|sees} while the {system|service} recovers.',
]

export const followUps = [
  'The {largest|smallest} tenant asks for {its own|a private} model: what do you answer, and what would it cost?',
  'Errors are flat, yet {complaints|hang-ups|retries} rise by {10..60/5} %: where do you look next?',
  'One slice gains {2..6} points and another loses {1..4}: do you ship, and who decides?',
  'Consent is withdrawn for {2..15} % of the {test set|recordings}: what happens to your gates?',
  'The region is lost for {20..90/10} minutes at peak: what do users meet?',
  'The price of GPU time doubles: which part of the design changes first?',
  'How would you notice that the {test set|hard set} no longer looks like {traffic|the field}?',
  'A new language is due in {4..12} weeks with {5..40/5} hours of speech: what do you promise?',
  'Which alert would you delete after {three|six} months, and on what evidence?',
]

export const notes = [
  'judging a candidate beside a control',
  'what to shed first under load',
  'how ratings are to be reported',
  'frame sizes and loss concealment',
  'timing of packets and jitter',
]

export const questionAnswer = {
  lead: [
    'Look for what keeps the {system|service} useful after the {demo|launch|first week}, and for who does it. A strong answer says, in {any|whatever} order:',
    'The {model|component} is one replaceable part. Ask for the work around it, with a number for each:',
    'Averages and {demos|benchmarks} prove little. What counts is whether somebody could run it for a {month|quarter}:',
  ],
  points: [
    `- **Gate:** ${earn('Task success of at least {82..95} % and p95 under {400..900/20} ms on every slice', 'measurable-launch-gates')}, or it does not go out.`,
    `- **Way back:** ${earn('When errors stay above {2..6} % for {10..30/5} min, traffic returns to the previous bundle', 'rollback-path')}.`,
    `- **Watching:** ${earn('Stage timings and error counts by version, without transcripts or audio', 'privacy-safe-observability')}, so that a bad {turn|call} can be traced.`,
    `- **Learning:** ${earn('Each incident becomes a regression test within {five|seven|ten} days', 'learning-from-failures')}, with a name on it.`,
    '- **Data:** Where audio enters, {sample rate|language|consent} is checked, and what fails is counted by {source|device}.',
    '- **Cost:** A budget per {call|minute|page}, a quota per tenant, and an alert at {70..95/5} % of either.',
    '- **Ownership:** A named team carries the pager and may stop a release without asking.',
  ],
  close: [
    'A quick test: strike out every sentence about the {model|vendor}. What remains is the {system|answer}.',
    'If the answer has no number that could be missed, it has not been given yet.',
    'Whoever names the {slice|user} that would suffer first has understood the question.',
  ],
}
