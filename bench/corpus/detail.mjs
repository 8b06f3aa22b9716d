/** Second sentences: any point of a section may get one. */
export const details = {
  constraints: [
    'We would ask for {a month|two weeks|ten days} of real {figures|logs} before {signing|promising} more.',
    'The {weakest|busiest} {region|customer} sets this limit, not the average.',
    'It holds for {weekdays|the season|office hours}; {nights|holidays} may differ by {10..50/5} %.',
    'If the {interviewer|customer} halves it, the {queue|cache} goes first and the {model|network} second.',
    'Measured over {seven|fourteen|thirty} days, by {tenant|device}, with {gaps|outages} counted as misses.',
    'This is {tighter|looser} than today by {5..40/5} %, which the {contract|notice} has to say.',
  ],
  evaluation: [
    'The set is frozen for {six|eight|twelve} weeks and its {labels|sources} are versioned.',
    'Anything under {100..300/50} items is reported and decides nothing.',
    'A second {team|rater} repeats {5..20/5} % of it, and agreement below {0.6..0.8/0.05} sends the guideline back.',
    'Results are shown beside those of the {last|present} version, with intervals.',
    'It takes {20..90/5} minutes on {two|four} machines, so it runs on every {merge|candidate}.',
  ],
  operations: [
    'The runbook has {two|three} {pages|screens} and was last tried {10..80/5} days ago.',
    'Whoever is called finds the {owner|chart|switch} from the {page|ticket} in one step.',
    'It is practised every {month|quarter} on a {staging|spare} tenant, with the clock running.',
    'The {weekly|monthly} review closes what is older than {20..60/10} days or gives it to somebody.',
    'A {freeze|holiday} does not suspend it; {two|three} people know how it is done.',
    'What it needs ({keys|quota|capacity}) is checked each {morning|Monday} by a script.',
  ],
}
