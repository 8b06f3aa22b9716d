// Prompts: sentences with many slots, so that no two of 100,000 share half of their three-word runs.

const scene = [
  '{A|One} {vendor|supplier|provider|maker} of {system} {for|sold to|built for} {setting} {serves|handles|carries} {4..95} {sites|branches|locations} {and|with} {300..9800/100} {users|people|accounts} {each week|a day|per shift}.',
  '{Since|Until} {spring|summer|autumn|winter}, {setting} in {two|three|four|five|six} {countries|regions|states} {have used|relied on|have paid for} {system} {from|run by} a team of {3..29} {engineers|developers|specialists}.',
  'Your {company|group|department} runs {system} {for|used by} {setting}: {12..98} {tenants|customers|contracts}, {roughly|around|some} {2..90},{100..900/100} {requests|sessions|calls} {an hour|a night|every morning}.',
  '{Eleven|Nine|Seven|Thirty|Twelve} {months|weeks} ago {setting} {adopted|bought|trialled} {system}, and {usage|demand|volume} {has grown|went up} by {15..240/5} % {ever since|to date|on all sites}.',
  '{A contract|An agreement|A tender} with {setting} {asks for|demands|requires} {system} in {2..14} languages, {on|for} {phones|tablets|headsets|desk terminals}, {by|before} {1..28} {May|June|October|March}.',
  'At {6..11} o’clock on {Monday|Tuesday|Thursday|Friday} {setting} {reported|noticed|wrote} that {system} {feels|seems|looks} {different|worse|slower|odd} on {3..60} {sites|floors|lines|devices}.',
  '{Staff|Teams|Crews} of {setting} {depend on|work with|talk to} {system} {all day|through the night|at the counter}, in {rooms|halls|vehicles} with {45..88} dB of {background noise|machine hum|chatter}.',
  '{Two|Three|Four} {product lines|business units} share {system}, {mostly|chiefly|largely} for {setting}; the {larger|older|newer} one {holds|brings|makes} {51..93} % of the {traffic|revenue|minutes}.',
]
const state = [
  'The {present|current} {stack|pipeline|service} {runs on|occupies|uses} {2..48} {cards|machines|nodes} {in|of} {two|three|four} {data centres|zones|halls} and {has an error rate of|misses} {0.4..9/0.2} % on the {weekly|internal|public} {sample|check|set}.',
  '{Median|Typical|Usual} {waiting time|response|delay} {stands at|is|was} {180..1900/20} ms, yet the {slowest|worst|last} {tenth|hundredth} {takes|needs|gets} {2..14} {times as long|seconds more}.',
  '{About|Nearly|Over} {20..90} % of the {audio|speech|material} {comes from|arrives over} {narrowband lines|cheap microphones|browsers|car kits|conference rooms}, {8|11|12|16|22|24|32|44|48} kHz, {often|rarely|sometimes} with {music|echo|crosstalk|wind}.',
  '{A|The} {nightly|weekly|hourly} {report|export|job} {lists|counts|shows} {40..990/10} {complaints|corrections|retries} per {1,000|10,000|100,000} {uses|minutes|turns}, {mainly|above all} about {names|amounts|dates|silence|addresses}.',
  '{Last|This} {quarter|month|year} the {invoice|bill|spend} {came to|reached|was} {11..97},{100..900/50} euros, of which {30..85} % {went to|paid for} {inference|storage|transfer|labelling}.',
  '{Recognition|Synthesis|Retrieval|Generation} {was|is} {tuned|evaluated|chosen} on {3..60} hours {from|of} {one city|a single tenant|studio speech|read text}, {long|well|months} before {version|release} {2..19}.',
  '{No one|Hardly anyone} {has looked at|owns|reads} the {logs|figures|charts} {for|in} {5..45} days, though {alarms|tickets|mails} {arrive|come in} {every|each} {12..58} minutes.',
]
const trouble = [
  '{Then|Now|Suddenly} {a rival|a regulator|a large customer} {publishes|sends|announces} {numbers|a complaint|a deadline} that {leaves|leave} {6..30} {days|working days|weeks} for a {reply|fix|new design}.',
  '{Product|Sales|Management} {wants|asks for|promised} {twice|three times|half again} the {capacity|coverage|vocabulary} {within|in under} {3..26} weeks {without|but not} a {single|further} {hire|contract|machine}.',
  '{Yesterday|Overnight|On Sunday} the {configuration|library|firmware|lexicon} {change|update|push} {touched|reached|hit} {7..96} % of {sessions|devices|tenants}, {and|while} {nobody|no alarm} {noticed|spoke up} {for|during} {2..19} hours.',
  '{Users|Callers|Readers} {say|write|complain} that {words|replies|answers|pauses} {vanish|change|arrive late|sound wrong} {on|after} the {second|third|fourth|fifth} {turn|minute|question}, {chiefly|only} {on|with} {Android|Windows|desk phones|tablets}.',
  '{Legal|Compliance|The works council} {forbids|rules out|questions} {recordings|transcripts|voice prints} {older than|beyond} {2..29} days, {from|starting} {next|the coming} {month|quarter}.',
  '{Speakers|People} from {the coast|the north|abroad|rural areas} {are misunderstood|give up|hang up} {1.5..6/0.5} times as {often|frequently} as {others|the rest|city dwellers}, {says|according to} a {survey|sample|study} of {120..990/10}.',
  '{Traffic|Load|Demand} {jumps|doubles|swings} {when|whenever} {schools close|storms hit|invoices go out|shifts change|matches end}, {by|up to} {3..18} times {for|over} {10..55} minutes.',
]
const pressure = [
  '{Finance|The board|Your director} {will pay for|accepts|allows} {2..12} more {cards|machines|nodes} {and|or} {no|hardly any} {overtime|weekend work|vendor fees}.',
  '{Support|Operations|The help desk} {fears|expects|predicts} {another|a second} {wave|week|round} of {15..400/5} {tickets|calls|mails} {a day|a shift|an evening}.',
  '{Security|An auditor|The data officer} {insists|points out|reminds you} that {speech|voices|recordings} of {minors|patients|guests|staff} {may|could} {be|turn up} among {the|these} {samples|files|buffers}.',
  '{Marketing|A partner|The reseller} {already|has} {named|printed|announced} {the|a} {date|figure|price}: {1..28} {January|April|July|September}, {2..99} cents {a|per} {call|minute|page}.',
  '{Research|A vendor|One colleague} {offers|recommends|has} a {checkpoint|model|prototype} that {looks|scored} {4..31} % better {on|in} a {demo|leaderboard|lab test} {nobody|no customer} {has repeated|can rerun}.',
  '{Two|Three|Four} {senior|key} {colleagues|engineers|operators} {leave|are away|change teams} {in|within} {5..40} days, {taking|along with} {the runbook|most knowledge|all passwords} {of|for} the {old|legacy} {path|part|side}.',
]
const role = [
  '{You|From today you} {lead|own|chair|run} the {review|effort|design|response} {with|and have} {2..11} {people|engineers|colleagues} and {2..9} {hours|days|weeks}.',
  '{You|As of now you} {are|stand in as} {the architect|the lead|the engineer on duty|the owner}, {reporting|answerable} to {a director|a customer|two managers|a committee} at {7..17}:{10..50/5}.',
  '{It|The matter} is {yours|on your desk|your call}: {a room|a channel|a meeting} with {4..22} {people|listeners|voices} is {waiting|open|about to start}.',
]
const ask = {
  round: [
    '{Describe|Sketch|Lay out|Design} the {system|service|path}, {say|state|explain} how you would {prove|check|show} that it {works|holds|is ready}, and {what|which event} would {stop|halt|delay} you.',
    '{Present|Propose|Outline} {a design|an architecture|a plan}, its {rollout|introduction|launch}, and {the numbers|the evidence|the tests} on which you would {ship|release|wait}.',
    '{Decide|Choose|Settle} what to {build|keep|drop}, {how|by what means} to {measure|judge|compare} it, and {who|which role} {answers|looks after it} {at night|in a year|once it runs}.',
  ],
  incident: [
    '{Say|Tell us|Explain} what you {do|look at|rule out} {first|in the next hour|before lunch}, how you {stop|limit|contain} the {harm|damage|effect}, and what {must|should} {change|be different} {later|next time|for good}.',
    '{Walk|Lead} us through {your|the} {search|diagnosis|steps}, the {measure|action} that {protects|shields} {users|customers|callers} {meanwhile|until then}, and the {lasting|durable} {repair|lesson}.',
    '{Find|Narrow down|Isolate} {the cause|what broke|the faulty stage}, {protect|calm|serve} {everyone|those affected} {in the meantime|until it is fixed}, and {keep|prevent} it from {returning|a second time}.',
  ],
}

const question = [
  [
    '{A|One} {candidate|colleague|student|reviewer} {designs|defends|presents|criticises} {system} for {setting} and {spends|uses|gives} {3..22} {minutes|slides|sentences} on {the model|hardware|vendors|prices|accuracy}.',
    '{Setting aside the interface|Beyond the demo|Apart from price}, {system} for {setting} {must|has to|should} {survive|outlast|cope with} {2..19} {releases|outages|audits|peaks} {a year|per season|in all}.',
    'In {a|one} {design talk|hiring round|exam|workshop} on {system}, {someone|a guest|the panel} {mentions|brings up|names} {setting} {and|plus} {a figure|a share|a limit} of {2..97} %.',
    '{Imagine|Take|Consider} {system} {at|across|in} {setting}: {5..95} {desks|rooms|lines|vehicles}, {two|three|four} {engineers|operators|admins}, {no|little|some} {budget|time|history}.',
  ],
  [
    '{Half|A third|Most|None} of the {team|room|panel} {believes|argues|feels} that {averages|benchmarks|vendor figures|user ratings} {from|over} {4..60} {days|tests|hours} {settle|decide|answer} {it|the matter|everything}.',
    '{The|Their} {plan|draft|paper} {has|shows|contains} {2..30} {charts|diagrams|pages} and {not one|only one|barely a} {word|line|figure} about {failure|recovery|cost|consent|ownership}.',
    '{Somebody|A manager|A tester} {wants|asks for|expects} {98..99.9/0.1} % of {something|everything|it all} {by|before} {Monday|Friday|summer|winter}, {whatever|no matter what} {it takes|it costs|happens}.',
    '{A|The} {chart|table|dashboard} {shows|hides|omits} {5..80} {speakers|accents|devices|tenants} {whose|with} {results|waits|errors} {differ|vary|stand out} {by|up to} {2..9} times.',
    '{Colleagues|Visitors|Buyers} from {two|three|four|five} {firms|cities|countries} {heard|tried|read} it {last|this} {week|spring|year}, and {11..88} % {left|stopped|asked for less} {before|after} the {second|third|fourth} {minute|step|example}.',
    'The {figures|slides|results} {date|come} from {a test|one trial|a pilot} with {25..900/25} {people|recordings|calls} {in|during} {spring|autumn|winter|summer}, {paid|run|checked} by {the vendor|an intern|the author}.',
    '{After|Within} {6..50} {weeks|releases|nights} {the|that} {metric|score|rating} {has improved|looks better|went up}, {but|yet} {complaints|refunds|hang-ups} {did|have} {not|hardly} {fallen|changed|moved}.',
  ],
  [
    '{Which|What} {missing|hidden|forgotten} {part|step|check} {would|do} you {ask|press} {for|about} {first|next|before lunch}, and {why|on what grounds}?',
    '{What|Which} {evidence|number|proof} {would|could} {change|move} your {mind|verdict|vote}, and {who|which role} {supplies|owns|gathers} it?',
    '{How|By what sign} do you {tell|recognise|see} {within|in} {2..15} minutes that the {answer|design|argument} {holds|is sound|will fail}?',
    '{Name|Give} the {two|three|four} {questions|tests|doubts} that {a|any} {sceptic|customer|night shift} {raises|has|brings} {here|now|at once}, {in|by} {order|weight|urgency}.',
    '{Suppose|Assume} {you|we} {lose|halve|freeze} the {budget|data|team} {tomorrow|next week}: {what|which part} {survives|still holds|remains} {and|or} {why|for how long}?',
    '{Where|At which point} {does|will} {this|it} {break|fail|go wrong} {first|soonest}, and {what|who} {notices|reports|catches} {it|that}?',
  ],
]

/** The sentences of a prompt, as lists to take one template from each. */
export const promptParts = (kind) =>
  kind === 'question' ? question : [scene, state, trouble, pressure, role, ask[kind]]
