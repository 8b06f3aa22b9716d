import menu from 'virtual:menu'
import { useApp } from '../../app/app-context.ts'
import { idLabel, kindLabels, titleOf } from '../../app/format.ts'
import { href } from '../../app/router.ts'
import { capitalise } from '../../core/model/capitalise.ts'
import { attemptsAt } from '../../core/model/library.ts'
import type { Library } from '../../core/model/records.ts'
import type { PlannedDay, Task } from '../../core/plan/plan-types.ts'
import { taskFacts, taskName } from '../../core/plan/plan-words.ts'

/** Where a task is done. */
export function addressOf(library: Library, task: Task): string {
  switch (task.type) {
    case 'cards':
      return href('repeat')
    case 'drill':
      return href('drill', task.drillId)
    case 'sample':
      return href('samples', task.drillId)
    case 'second-round': {
      const last = attemptsAt(library, task.drillId).find(({ finishedAt }) => finishedAt !== null)
      return last ? href('attempt', last.id, 'second-round') : href('drill', task.drillId)
    }
  }
}

/** What a task is: for a drill its kind and difficulty, which the list of drills shows too. */
function factsOf(task: Task): string {
  if (task.type !== 'drill') return capitalise(taskFacts(task))
  const drill = menu.find(({ id }) => id === task.drillId)
  const facts = drill ? [kindLabels[drill.kind], idLabel(drill.difficulty)] : []
  return [...facts, ...(task.again ? ['Once more'] : [])].join(' · ')
}

/** Whether the drill of a task has an attempt that is open, or its second round some follow-ups that were begun. */
function isBegun(library: Library, task: Task): boolean {
  if (task.type !== 'drill' && task.type !== 'second-round') return false
  const attempts = attemptsAt(library, task.drillId)
  if (task.type === 'drill')
    return attempts.some(({ revision, finishedAt }) => revision > 0 && finishedAt === null)
  const last = attempts.find(({ finishedAt }) => finishedAt !== null)
  return last !== undefined && last.followUps.length > 0
}

/** The tasks of a day and what was done beside them, with links to them. What is done is ticked. */
export function TaskList({ day: { tasks, beside } }: { readonly day: PlannedDay }) {
  const { library } = useApp()
  return (
    <ul class="tasks">
      {[...tasks, ...beside.map((task) => ({ task, isDone: true }))].map(({ task, isDone }) => (
        <li key={`${task.type} ${task.type === 'cards' ? '' : task.drillId}`} data-done={isDone}>
          <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <circle cx="8" cy="8" r="6.5" />
            {isDone && <path d="M4.8 8.3l2.2 2.2 4.2-4.8" />}
          </svg>
          <div>
            <a href={addressOf(library, task)}>{taskName(task, titleOf)}</a>
            <small>
              {isDone && <b>Done · </b>}
              {!isDone && isBegun(library, task) && <b>Begun · </b>}
              {factsOf(task)}
            </small>
          </div>
          <span class="task-minutes">{task.minutes} min</span>
        </li>
      ))}
    </ul>
  )
}
