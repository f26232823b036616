import { markdown, namePattern } from './parts.js';

/** `benchmark.yml`: the top of the tree. */
export const benchmarkSchema = {
  $id: 'scapc/benchmark',
  title: 'Benchmark',
  type: 'object',
  additionalProperties: false,
  required: ['title', 'description'],
  properties: {
    title: { type: 'string', minLength: 1, description: 'The title of the guide.' },
    description: markdown('What the guide is for and how to use it.'),
    front_matter: markdown('Text before the tree.'),
    rear_matter: markdown('Text after the tree, such as trademarks.'),
    notices: {
      type: 'array',
      description: 'Legal notices.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'text'],
        properties: {
          id: { type: 'string', pattern: namePattern, description: 'An XML name, unique in the benchmark.' },
          text: markdown('The notice.'),
        },
      },
    },
    order: {
      type: 'array',
      items: { type: 'string', minLength: 1 },
      uniqueItems: true,
      description: 'Names of children in the order wanted; those that are not named follow.',
    },
  },
} as const;

export interface BenchmarkData {
  readonly title: string;
  readonly description: string;
  readonly front_matter?: string;
  readonly rear_matter?: string;
  readonly notices?: readonly { readonly id: string; readonly text: string }[];
  readonly order?: readonly string[];
}
