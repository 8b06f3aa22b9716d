import type { Comparison, Pair } from '../../core/grading/compare.ts'
import { gradeLabels, gradeOrder } from '../../core/grading/grade-words.ts'
import type { TickedFlag } from '../../core/model/types.ts'
import { LearnerText } from '../shared/learner-text.tsx'

const changeLabels = { '-1': 'fell', 0: '', 1: 'rose' } as const

interface ComparisonProps {
  readonly comparison: Comparison
}

function PairTable<Value>(props: {
  readonly caption: string
  readonly pairs: readonly Pair<Value>[]
  readonly words: (value: Value) => string
  readonly change?: (pair: Pair<Value>) => string
}) {
  const { caption, pairs, words, change } = props
  const cell = (value: Value | undefined): string => (value === undefined ? '–' : words(value))
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">First</th>
          <th scope="col">Second</th>
          {change && <th scope="col">Change</th>}
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <tr key={pair.id}>
            <th scope="row" dir="auto">
              {pair.title}
            </th>
            <td>{cell(pair.first)}</td>
            <td>{cell(pair.second)}</td>
            {change && <td>{change(pair)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Grades, times and red flags of two attempts. */
export function ComparisonTables({ comparison }: ComparisonProps) {
  const { grades, time, redFlags, secondRounds } = comparison
  const changes = new Map<string, string>(grades.map(({ id, change }) => [id, changeLabels[change]]))
  return (
    <>
      <div class="tables">
        <PairTable
          caption="Grades"
          pairs={grades}
          words={(grade) => gradeLabels[grade]}
          change={({ id }) => changes.get(id) ?? ''}
        />
        <PairTable caption="Time" pairs={time} words={String} />
        {(secondRounds.first || secondRounds.second) && (
          <PairTable
            caption="Second round"
            pairs={gradeOrder.map((grade) => ({
              id: grade,
              title: gradeLabels[grade],
              first: secondRounds.first?.[grade],
              second: secondRounds.second?.[grade],
            }))}
            words={String}
          />
        )}
      </div>
      <FlagLine title="Red flags that are gone" flags={redFlags.gone} />
      <FlagLine title="New red flags" flags={redFlags.come} />
      <FlagLine title="Red flags in both" flags={redFlags.still} />
    </>
  )
}

function FlagLine({ title, flags }: { readonly title: string; readonly flags: readonly TickedFlag[] }) {
  if (flags.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {flags.map(({ source, id, text }) => (
          <li key={`${source}/${id}`} dir="auto">
            {text}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The texts of two attempts, section by section. */
export function ComparedTexts({ comparison: { texts } }: ComparisonProps) {
  return (
    <>
      <h2>What you wrote</h2>
      {texts.map(({ id, title, first, second }) => (
        <section key={id} class="pair" aria-labelledby={`pair-${id}`}>
          <h3 id={`pair-${id}`} dir="auto">
            {title}
          </h3>
          <div class="mine">
            <h4>First</h4>
            <LearnerText text={first ?? ''} />
          </div>
          <div class="mine">
            <h4>Second</h4>
            <LearnerText text={second ?? ''} />
          </div>
        </section>
      ))}
    </>
  )
}
