// What follows an answer, and the short answers of questions.
const earn = (words, criterion) => `[${words}](../rubric.md#${criterion})`

export const redFlags = [
  '**Stays with the model:** Names a {model|vendor|checkpoint} in the first minute and never returns to {operations|evaluation}.',
  '**Averages users away:** Reports an average over all {tenants|devices|languages} and calls it {quality|success}.',
  '**Cannot go back:** Has no {second|older} version to go back to, or has never tried {it|the switch}.',
  '**Hoards what was said:** Keeps {raw audio|full transcripts} “for debugging” without {consent|an end date|an owner}.',
  '**Latency without conditions:** Gives a wait without a percentile or a place where it is measured.',
  '**Compares with another week:** Takes last {week|month} as the baseline instead of a control that runs at the same time.',
  '**Adds before it looks:** Adds {capacity|retries|a cache} before knowing which stage is {slow|wrong}.',
  '**Meets and forgets:** Treats a {postmortem|review} as finished when the {meeting|document} is.',
  '**Trusts raw scores:** Believes {confidence|judge} scores that nobody has calibrated on {this|local} speech.',
  '**Forgets the listener:** Leaves open what the user {hears|sees} while the {system|service} recovers.',
]

/** Questions with the sentences of their answers. */
export const followUps = [
  [
    'The {largest|smallest} tenant asks for {its own|a private} model: what do you answer, and what would it cost?',
    'I ask what the shared one gets wrong for them, and offer a list of terms or an adapter first, because those go through the same gates.',
    'A model of their own needs a test set, a warm reserve and a pager, which I put at {2..6} engineer-weeks a quarter beside the machines.',
    'If they still want it, the contract says that it is released {two|three|four} weeks after the shared one.',
  ],
  [
    'Errors are flat, yet {complaints|hang-ups|retries} rise by {10..60/5} %: where do you look next?',
    'Flat errors say that the part which we count has not changed, so I look at what nobody counts: dead air, repeats, and turns that end early.',
    'I take {30..80/10} of the sessions that were complained about, play them on both versions, and sort them by stage.',
    'Whatever the commonest stage is gets a counter on the same day, because the next rise should not need complaints.',
  ],
  [
    'One slice gains {2..6} points and another loses {1..4}: do you ship, and who decides?',
    'Not to the slice that loses: the router can hold it on the older version while the others move.',
    'If that costs more than {5..15} % of capacity, the owner of the losing slice decides, with both numbers in front of them.',
    'I would not average the two, since the people who lose are other people than those who gain.',
  ],
  [
    'Consent is withdrawn for {2..15} % of the {test set|recordings}: what happens to your gates?',
    'The items go at once, together with everything that was cut from them, and the set gets a new version.',
    'Scores of the older version are recomputed on what is left, so that no gate compares two different sets.',
    'Slices that fall below their least size stop deciding until volunteers have filled them, which takes us {three|four|six} weeks.',
  ],
  [
    'The region is lost for {20..90/10} minutes at peak: what do users meet?',
    'Sessions that run break off and come back elsewhere within {4..12} s, with a notice and without what was said before.',
    'The other regions hold {60..85/5} % of the load; the rest hears that it should call again, in one short sentence.',
    'We have tried it on a quiet morning, and the first thing that failed was a lookup that everybody had forgotten.',
  ],
  [
    'The price of GPU time doubles: which part of the design changes first?',
    'The reserve, because it earns nothing most of the day: I would load bundles on demand and accept {4..9} s for the first caller of the hour.',
    'Then longer batches at night, and a smaller model for {short|simple} turns, as long as its slice holds.',
    'What I would not touch is the second version, since every other saving depends on being able to go back.',
  ],
  [
    'How would you notice that the {test set|hard set} no longer looks like {traffic|the field}?',
    'We compare counts that need no listening: lengths, loudness, languages, and how sure the recogniser is.',
    'When one of them leaves the range of the last {eight|ten|twelve} weeks, {40..120/20} new items are drawn and labelled.',
    'If the order of two releases differs between old and new items, the old ones are retired.',
  ],
  [
    'A new language is due in {4..12} weeks with {5..40/5} hours of speech: what do you promise?',
    'Finals with a stated error rate for read text, and nothing for overlapping talk, where we have no numbers.',
    'Half of the hours are kept for the test, split by speaker, because a score on known voices would flatter us.',
    'The launch goes to volunteers first, and their corrections tell within {two|three} weeks whether the promise may grow.',
  ],
  [
    'Which alert would you delete after {three|six} months, and on what evidence?',
    'The one that was acknowledged most often without anybody doing anything, which the log of pages shows.',
    'Before that I check whether it would have caught one of the last {five|six|eight} incidents sooner than the others did.',
    'If it would have, it becomes a line on the morning list instead of a page.',
  ],
]

/** Further sentences that any answer to a follow-up may end with. */
export const asides = [
  'I would say so to the {customer|product owner} before they read it in a {report|chart}.',
  'That holds for {most|nine in ten} {sites|tenants}; the rest needs a look of its own.',
  'The first sign that I am wrong would be a rise of {retries|corrections} in the {evening|morning}.',
  'It can be undone within {5..40/5} minutes, which is why I would not wait for certainty.',
  'We wrote it down with a date, so that somebody asks again in {two|three} months.',
]

export const notes = [
  'judging a candidate beside a control, at the same time and with the same load',
  'what to shed first under load, and how to tell those who are refused',
  'how ratings are to be collected and reported, and how many listeners that takes',
  'frame sizes, and how a lost frame is concealed',
  'timing of packets, and what jitter does to whoever waits for them',
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
