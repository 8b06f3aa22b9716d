// The same fields of the front matter as ours, and the body as HTML.
import { defineCollection, defineConfig } from '@content-collections/core'
import { compileMarkdown } from '@content-collections/markdown'
import { z } from 'zod'

const drills = defineCollection({
  name: 'drills',
  directory: 'drills',
  include: '{rounds,incidents,questions}/*.md',
  schema: z.object({
    id: z.string().min(3).max(64),
    kind: z.enum(['round', 'incident', 'question']),
    order: z.number().int().min(1).max(9999).optional(),
    difficulty: z.enum(['core', 'advanced', 'expert']),
    categories: z.array(z.string()).min(1).max(3),
    topics: z.array(z.string()).min(1).max(8),
    content: z.string(),
  }),
  transform: async (document, context) => ({ ...document, html: await compileMarkdown(context, document) }),
})

export default defineConfig({ content: [drills] })
