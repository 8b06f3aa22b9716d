import menu from 'virtual:menu'
import { useApp } from '../../app/app-context.ts'
import { dateText } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import { gradeLabels } from '../../core/grading/grade-words.ts'
import { endOfDay } from '../../core/model/day.ts'
import { plural } from '../../core/model/plural.ts'
import type { Plan } from '../../core/model/records.ts'
import { morningOf } from '../../core/progress/morning.ts'
import { dueUntil } from '../../core/progress/progress.ts'
import { LearnerText } from '../shared/learner-text.tsx'
import { MorningWords } from './morning-words.tsx'

/** The day of the interview: nothing new, only what was weakest, the learner’s own notes, and a few cards. */
export function InterviewDay({ plan }: { readonly plan: Plan }) {
  const { library, session } = useApp()
  const { weak, noted, finished } = morningOf(library, plan.since)
  const published = new Set(menu.map(({ id }) => id))
  const end = endOfDay(session.now(), library.settings.dayStart)
  const due = dueUntil(library, end, (id) => published.has(id)).criteria.length
  return (
    <>
      <p class="lead">
        Your interview is today, so the plan ends here.
        {finished > 0 && ` You have finished ${plural(finished, 'attempt')} since you made it.`} Nothing new
        this morning.
      </p>
      {weak.length > 0 && (
        <section aria-labelledby="weak-title">
          <h2 id="weak-title">What was weakest in your last attempts</h2>
          <ul class="morning">
            {weak.map((weakness) => {
              const { attempt, id, title, grade } = weakness
              return (
                <li key={`${attempt.id} ${id}`}>
                  <h3>{title}</h3>
                  <p class="quiet">
                    {gradeLabels[grade]} in{' '}
                    <a href={href('attempt', attempt.id)} dir="auto">
                      {attempt.title}
                    </a>
                  </p>
                  <MorningWords weakness={weakness} />
                </li>
              )
            })}
          </ul>
        </section>
      )}
      {noted.length > 0 && (
        <section aria-labelledby="notes-title">
          <h2 id="notes-title">Your notes</h2>
          {noted.map(({ id, title, note, startedAt, createdAt }) => (
            <div key={id}>
              <h3>
                <span dir="auto">{title}</span> <small>{dateText(startedAt ?? createdAt)}</small>
              </h3>
              <LearnerText text={note.value} />
            </div>
          ))}
        </section>
      )}
      {due > 0 && (
        <p>
          {plural(due, 'card is', 'cards are')} due. <a href={href('repeat')}>Repeat a few of them</a>, and
          stop when you like.
        </p>
      )}
    </>
  )
}
