import { complete, text } from './parts.js';

/** `benchmark.yml` after expansion. */
export const benchmarkSchema = {
  $id: 'cac/benchmark',
  title: 'Benchmark of a ComplianceAsCode checkout',
  type: 'object',
  required: ['title', 'status', 'description', 'notice', 'front-matter', 'rear-matter'],
  properties: {
    documentation_complete: complete,
    title: text('The title of the benchmark.'),
    status: { enum: ['accepted', 'deprecated', 'draft', 'incomplete', 'interim'] },
    description: text('What the benchmark is.'),
    notice: {
      type: 'object',
      required: ['id', 'description'],
      properties: { id: { type: 'string' }, description: text('The notice.') },
    },
    'front-matter': text('What stands before the items.'),
    'rear-matter': text('What stands after the items.'),
  },
} as const;
