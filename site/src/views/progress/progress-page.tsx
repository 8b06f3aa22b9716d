import menu from 'virtual:menu'
import { useApp } from '../../app/app-context.ts'
import { idLabel } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import type { Library } from '../../core/model/records.ts'
import { phaseTimes } from '../../core/progress/phase-times.ts'
import { secondRounds } from '../../core/progress/second-rounds.ts'
import { paces } from '../../core/progress/spoken-paces.ts'
import { apartAttempts, categoryTrends, criterionTrends } from '../../core/progress/trends.ts'
import { PageTitle } from '../shared/page-title.tsx'
import { ApartList } from './apart-list.tsx'
import { PaceTable } from './pace-table.tsx'
import { PhaseTimes } from './phase-times.tsx'
import { SecondRounds } from './second-rounds.tsx'
import { Strictness } from './strictness.tsx'
import { Trends } from './trends.tsx'

const categoriesOf = (drillId: string): readonly string[] =>
  menu.find(({ id }) => id === drillId)?.categories ?? []

/** The list of the drills of a category. */
const drillsOf = (category: string): string => `${href('home')}?${new URLSearchParams({ category })}`

/** What the learner’s attempts show together. */
export function ProgressPage() {
  const { library } = useApp()
  const isEmpty = library.attempts.every(({ finishedAt }) => finishedAt === null)
  return (
    <div class="progress-page">
      <PageTitle title="Progress" />
      {isEmpty && library.samples.length === 0 ? <NothingYet /> : <Content library={library} />}
    </div>
  )
}

function NothingYet() {
  return (
    <>
      <p>There is nothing to show yet. Once you have finished an attempt, you will see here:</p>
      <ul>
        <li>how each general criterion and each category comes along from attempt to attempt,</li>
        <li>how long each phase takes you, beside the time that the practice loop gives it,</li>
        <li>your pace, when you speak your answers,</li>
        <li>whether you grade yourself too kindly, once you have graded a sample answer.</li>
      </ul>
      <p>
        <a class="button primary" href={href('home')}>
          Choose a drill
        </a>
      </p>
    </>
  )
}

function Content({ library }: { readonly library: Library }) {
  const categories = categoryTrends(library, categoriesOf)
  return (
    <>
      <Trends
        id="criteria"
        title="General criteria"
        column="Criterion"
        trends={criterionTrends(library)}
        none="No general criterion has been graded yet. Rounds and incidents are graded by them."
        advice={({ title }) => (
          <>
            Weakest at the moment: <strong>{title}</strong>. The <a href={href('rubric')}>rubric</a> says what
            earns it.
          </>
        )}
      />
      <Trends
        id="categories"
        title="Categories"
        column="Category"
        trends={categories.map((trend) => ({ ...trend, title: idLabel(trend.id) }))}
        none="No graded attempt counts yet."
        advice={({ id, title }) => (
          <>
            Weakest at the moment: <strong>{title}</strong>. <a href={drillsOf(id)}>Its drills</a>
          </>
        )}
      />
      <ApartList apart={apartAttempts(library)} />
      <PhaseTimes times={phaseTimes(library)} />
      <PaceTable paces={paces(library)} />
      <SecondRounds results={secondRounds(library)} />
      <Strictness library={library} />
    </>
  )
}
