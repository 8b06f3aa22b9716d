// Model answers: for every point some ways to make it. A link is the claim that its words earn a criterion.
const earn = (words, criterion) => `[${words}](../rubric.md#${criterion})`

const assumed = {
  latency: [
    `We assume ${earn('at most {200..900/20} ms from the end of speech to the first {word|sound|token} at p95', 'explicit-assumptions')}, measured {at the client|on the handset|at the gateway}; the {old|previous} path needs {950..1900/50} ms.`,
    `{Users|Callers|Readers} may wait ${earn('at most {1.2..4/0.2} s at p99 and {300..900/20} ms at p50', 'explicit-assumptions')}: {capture|transport} {20..90/5} ms, {queue|batching} {20..80/5} ms, the rest for {inference|decoding}.`,
    `{First output|The first partial} within {250..850/25} ms at p95. We take ${earn('{60..220/10} ms of network each way and no edge location', 'explicit-assumptions')} as given.`,
  ],
  quality: [
    'Word error rate below {6..14} % on average and below {15..22} % on the {weakest|smallest|noisiest} slice; {amounts|names|dates} are scored on their own, because one wrong figure outweighs {ten|twenty} wrong articles.',
    'At least {88..97} % of {tasks|requests|turns} end with the right result, judged on {what was done|the final state}, not on how {fluent|natural} it sounds.',
    '{Completeness|Faithfulness} first: a {missing|made-up} {sentence|claim|item} in more than {0.5..3/0.5} % of {answers|records} makes the {service|tool} useless to {clerks|editors|nurses}.',
  ],
  privacy: [
    '{Speech|Audio} may hold {names|health data|account numbers}; it stays in {the region|the tenant’s own network}, is encrypted under a key per tenant, and trains nothing without {signed|written} consent.',
    'Nobody outside {the review team|quality control} hears a recording, and {minors|patients|guests} are never sampled. {Voice prints|Speaker embeddings} live in memory and die with the session.',
    '{Transcripts|Texts} are personal data. Access is by role, for a stated purpose, and shows up in an audit list that {the customer|the data officer} can read.',
  ],
  'data-retention': [
    'Raw audio {0..72/12} hours, redacted text {14..90/7} days, aggregates {one year|two years}. Deletion reaches {backups|derived features} within {7..30} days and is tested every {month|quarter}.',
    'Nothing is kept by default. With consent, {samples|clips} stay {30..180/30} days for {review|tests}; withdrawal erases them and everything cut from them within {3..21} days.',
    'Audio is dropped after the final result, {debug|error} samples after {24..96/12} hours. The {contract|notice} says so in {two|three} sentences.',
  ],
  cost: [
    'An assumed {8..60/2} streams per GPU and {1.2..3.8/0.2} euros a GPU-hour give {2..9} cents per {hour|session}; the ceiling is {1.2..2.5/0.1} times today’s bill. ',
    `${earn('Keeping {two|three|four} warm replicas adds {10..40/5} % to the bill, but cuts the cold start from {20..90/5} s to {1..4} s', 'cost-and-latency-reasoning')}; the {budget|ceiling} allows {11..19},000 euros a month.`,
    'The unit is a {minute|call|page}: {0.2..1.9/0.1} cents for compute, {0.1..0.6/0.1} for transfer, and human review capped at {5..25/5} % of the total.',
  ],
  traffic: [
    'We assume {20..95/5} % of a day’s {calls|sessions} fall into {six|eight|ten} hours, {120..980/20} concurrent streams at peak, growing {3..12} % a month.',
    '{3..40},{100..900/100} sessions a day of {2..9} minutes each make {40..700/10} concurrent streams on average and {three|four|five} times as many at peak.',
    'Peak {15..250/5} requests per second for {5..40/5} minutes; {60..95/5} % from returning users, {5..30/5} % over {mobile|satellite} links.',
  ],
  'failure-tolerance': [
    'A late {result|reply} is acceptable, a wrong {amount|name|address} is not. Without the {model|index} the service falls back to {the plain path|a human|text only} and says so.',
    'One zone may fail without notice to users; two may degrade to {finals only|short answers|the smaller model} for at most {10..60/5} minutes a month.',
    'Lost {packets|chunks} up to {5..20} % must not end a session. A {failed|stuck} session resumes within {3..12} s with its state.',
  ],
}

const evaluation = {
  'offline-slices': [
    'By {language|accent}, device, noise and {topic|age group}: {12..48/4} slices of at least {200..1500/100} {utterances|dialogues} each, replayed {at speaking pace|with recorded packet timing}.',
    '{1500..9000/250} items from {real|volunteered} sessions, split by {tenant|region}, plus {150..900/50} hard cases with {names|numbers|crosstalk}; none of them is older than {6..18} months.',
    'Held-out {speakers|tenants} only. Each slice reports its {interval|size} beside its {score|rate}, and slices under {100..400/50} items are merged by {noise level|length}.',
  ],
  'online-slos': [
    `${earn('p95 under {300..900/20} ms, errors below {0.2..1.5/0.1} % and task success of at least {85..96} %', 'measurable-launch-gates')} over a rolling {hour|day}, per {tenant|language}.`,
    `A {stage|step} goes forward only when ${earn('corrections stay below {4..12} % and p99 stays under {1.2..3.6/0.2} s for {24..96/12} h', 'measurable-launch-gates')}.`,
    `${earn('At least {97..99.8/0.2} % of sessions reach their goal, at most {1..4} % by a hand-over', 'measurable-launch-gates')}; the window is {one|four|seven} days.`,
  ],
  'human-review': [
    '{40..400/20} {sessions|clips|answers} a week, drawn by slice, rated blind by {two|three|five} {raters|listeners}; where they disagree, a {lead|linguist} decides and the guideline gains an example.',
    'Native {listeners|annotators} compare {300..1500/100} pairs before each launch; {55..65} % must prefer the candidate, and no {language|region} may fall below {45..50} %.',
    'Reviewers label {80..300/20} {failures|escalations} by stage, so that {recognition|retrieval} and {generation|synthesis} are blamed apart.',
  ],
  'regression-budgets': [
    `${earn('No slice may lose more than {0.5..2/0.5} points, nor p95 gain more than {20..80/10} ms', 'measurable-launch-gates')}, against a control that runs at the same time.`,
    `A candidate is blocked when ${earn('any slice of at least {200..900/100} items gets worse by {2..4} points or cost rises by over {5..15} %', 'measurable-launch-gates')}.`,
    'At most {0.3..1.2/0.1} points of {accuracy|recall} and {10..60/5} ms may be given up for a {safety|privacy} fix, with the owner’s name on it.',
  ],
}

const operations = {
  'first-hour': [
    'By minute {5..12}, freeze releases and list what shipped in {24..72/12} hours. By minute {20..30}, compare by {region|device|tenant} and stage; then decide between rollback and {pinning|shedding}. Every step goes into the incident channel with its time.',
    'Declare, name a lead, then check in this order: {deploys|configs}, {traffic mix|queue length}, upstream {providers|indexes}. A control group of {5..15} % on the old version rules the release in or out within {15..35/5} minutes.',
    'First the harm: how many {users|tenants}, since when, is data at risk. Then replay {20..90/5} {failed|reported} sessions on both versions; a difference names the {stage|bundle}, none points to {input|load}.',
  ],
  mitigation: [
    'Pin the {affected|worst} tenants to the old version and cap retries at {one|two}; that costs {5..25/5} % more capacity and buys {four|eight|twelve} hours.',
    'Shed {optional|background} work first, then limit new sessions to {70..90/5} %. A short notice in the {app|call} says what does not work.',
    'Turn off the {reranking|rewriting|expressive} step: quality drops by {2..6} points, waits fall by {200..600/50} ms, and nobody is cut off.',
  ],
  deployment: [
    'Shadow for {three|five|seven} days, then 1, 5, 25 and 100 % by {tenant|region}, at least {24..72/12} hours each; {contracts|holidays} are left out of the ramp.',
    'A canary of {2..8} % takes random sessions for {two|three|four} days. Weights, {prompts|lexicon} and configuration travel as one bundle with one version.',
    'One {region|customer} first, the {loudest|largest} last; the ramp stops by itself when a gate fails, and only the owner may resume it.',
  ],
  'ci-cd': [
    'Each merge builds a signed bundle, runs {400..2400/200} regression cases and {20..90/10} load steps, and pins data, {tokeniser|lexicon} and weights by hash.',
    'The pipeline refuses a bundle without a {model card|data licence}, with a failing {smoke|contract} test, or with an unpinned {image|dependency}.',
    'Nightly builds replay {two|six|twelve} hours of consented audio; a candidate needs {two|three} green nights before it may be promoted.',
  ],
  monitoring: [
    `We record ${earn('stage timings, error codes and bundle versions, never {audio|transcripts|names}', 'privacy-safe-observability')}, by {tenant|region} and {device|language}.`,
    `Dashboards show {queues|waits|corrections} from ${earn('hashed session ids and counts only, without text or audio', 'privacy-safe-observability')}, kept for {14..60} days.`,
    `${earn('Traces hold lengths, scores and timings; transcripts are redacted on the device', 'privacy-safe-observability')}. Drift is watched on {confidence|length} histograms per {week|tenant}.`,
  ],
  alerts: [
    'Page when p95 exceeds {700..1500/50} ms for {5..15} minutes, when errors pass {1..4} %, or when fallbacks reach {5..20} %. {Cost|Drift} opens a ticket.',
    'Two burn rates: {10..16} times the error budget over an hour pages, {2..4} times over a day files a ticket. Each alert links to its runbook.',
    'A page needs a user who suffers: {dead air|failed turns|wrong tenant}. Everything else waits for the morning list, which holds at most {6..20} lines.',
  ],
  rollback: [
    `${earn('When errors stay above {2..6} % for {5..20} min, new sessions return to the previous bundle', 'rollback-path')}; running ones finish where they are.`,
    `${earn('One switch moves traffic back to the last known-good version within {2..9} minutes', 'rollback-path')}, because it is kept warm for {48..120/12} hours.`,
    `${earn('If p99 passes {2..5} s for {10..30/5} minutes, the router restores the old model and its configuration', 'rollback-path')} together, tried out every {month|quarter}.`,
  ],
  'incident-ownership': [
    'The {speech|platform} on-call leads and may roll back alone; {product|support} speaks to customers within {20..60/5} minutes, {legal|the data officer} joins when data is at risk.',
    '{One|A named} lead decides, a second person writes the log, and the {tenant|account} owner informs those affected every {30..60/10} minutes.',
    'Whoever ships it carries the pager for {two|four|six} weeks. After that it moves to the {serving|operations} team with a tested runbook.',
  ],
  'failure-modes': [
    '{Recognition|Retrieval} fails silently on {new names|rare languages}: watch the share of {empty|low-confidence} results. A stuck worker passes health checks, so each one must answer a {probe|canary} every {10..60/10} s.',
    'Overload shows as {queues|dropped frames} before errors do; admission stops at {75..92} % load. A lost {index|cache} doubles cost, not errors, and is caught by the {spend|hit-rate} alarm.',
    'Bad input ({silence|music|echo}) produces invented text: a gate on {signal|speech} drops it. A half-finished deploy mixes versions; the router compares hashes and refuses.',
  ],
  learning: [
    `${earn('Every confirmed failure becomes a regression test within {three|five|ten} days, owned by the {speech|platform} lead', 'learning-from-failures')}.`,
    `${earn('Each incident adds a slice to the release gate before the next launch', 'learning-from-failures')}; the review is blameless and ends with {one|two} dated tasks.`,
    `${earn('Misheard {names|amounts|dates} from production enter the hard set every {week|month}', 'learning-from-failures')}, after consent, and the oldest {5..20} % are retired.`,
  ],
}

const component = {
  ASR: [
    '**Streaming ASR:** {Emits|Sends} a partial every {120..320/20} ms; a bias list of {200..900/50} terms per {tenant|site} covers names.',
    '**Batch ASR:** Runs in windows of {10..30/2} s at {8..40/2} times real time, with word times for {search|review}.',
  ],
  TTS: [
    '**TTS:** A fixed voice in chunks of {120..400/20} ms from a warm pool; {numbers|units} are written out before it.',
    '**TTS:** Speaks the first {6..12} words as soon as they are checked, later text by sentence.',
  ],
  LLM: [
    '**LLM:** At most {60..300/20} tokens, {tools|fields} by schema; it may only say what its sources hold.',
    '**LLM:** A {small|medium} model at {30..90/5} tokens per second; long {turns|inputs} go to a second queue.',
  ],
  embedding: [
    '**Embedding:** {384..1024/128} dimensions over passages of {20..60/5} s, rebuilt {nightly|weekly} per tenant.',
  ],
  reranker: [
    '**Reranker:** Reads the best {20..60/5} passages in {30..120/10} ms and keeps {four|six|eight}.',
  ],
  codec: ['**Codec:** {6..24/2} kbit/s with {10..60/10} ms frames; conceals up to {5..20} % loss.'],
  'direct speech model': [
    '**Direct speech model:** Listens and speaks in frames of {40..160/20} ms; a text side channel feeds {checks|captions}.',
  ],
}
const reasoning = [
  `**Budget:** ${earn('Halving the batch saves {40..180/10} ms at p95 but needs {20..60/5} % more GPU time', 'cost-and-latency-reasoning')}, so it is done {by day|at peak} only.`,
  `**Sizing:** ${earn('A model with {20..60/5} % fewer parameters frees {two|three|four} GPUs and costs {0.3..1.5/0.1} points of accuracy', 'cost-and-latency-reasoning')}; we take it for {short|simple} turns.`,
  `**Caching:** ${earn('A cache with {15..45/5} % hits saves {100..400/20} ms per call, yet adds {2..8} GB of memory per node', 'cost-and-latency-reasoning')}.`,
]
const side = [
  '**VAD:** Closes a turn after {300..900/50} ms of silence, sooner after a full sentence.',
  '**Gateway:** Checks {consent|quota}, picks the {region|bundle} and numbers every chunk.',
  '**Policy gate:** Stops {unsafe|off-topic} requests before they cost anything.',
]

const tradeoffs = [
  '**No lowest error rate:** We gave up {0.2..1.5/0.1} points because the larger model misses the {latency|cost} limit at peak.',
  '**No per-tenant models:** One bundle for all, because {30..90} variants could be neither tested nor rolled back in a night.',
  '**No full transcripts in logs:** Debugging is slower, so that no {caller|patient|guest} has to trust our access lists.',
  '**No multi-vendor set-up:** A second supplier would double the tests, and it would still share the same {network|region}.',
  '**No instant rollout:** We accept {two|three} weeks of ramp since a bad hour costs more than a slow release.',
  '**No perfect punctuation:** Left out of the fast path because it adds {80..240/20} ms for something the {editor|final pass} repairs.',
  '**No minimal fleet:** {10..35/5} % of capacity idles so that one zone can be lost without a page.',
]

export const answers = {
  evaluation,
  operations,
  constraints: assumed,
  component,
  reasoning,
  side,
  tradeoffs,
}
