// The same fields of the front matter as ours, and the body as HTML.
import { defineCollection, defineConfig, s } from 'velite'

const drills = defineCollection({
  name: 'Drill',
  pattern: '{rounds,incidents,questions}/*.md',
  schema: s.object({
    id: s.string().min(3).max(64),
    kind: s.enum(['round', 'incident', 'question']),
    order: s.number().int().min(1).max(9999).optional(),
    difficulty: s.enum(['core', 'advanced', 'expert']),
    categories: s.array(s.string()).min(1).max(3),
    topics: s.array(s.string()).min(1).max(8),
    html: s.markdown(),
  }),
})

export default defineConfig({ root: 'drills', collections: { drills } })
