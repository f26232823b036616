import { markdown, platforms, products, stringList, warnings } from './parts.js';

/** `group.yml`: a chapter; the name of its folder is its id. */
export const groupSchema = {
  $id: 'scapc/group',
  title: 'Group',
  type: 'object',
  additionalProperties: false,
  required: ['title', 'description'],
  properties: {
    title: { type: 'string', minLength: 1, description: 'The heading.' },
    description: markdown('What the group is about.'),
    warnings,
    products,
    platforms,
    order: stringList(
      'Names of children in the order wanted; those that are not named follow: Values, Rules, Groups, each by name.',
    ),
  },
} as const;

export interface GroupData {
  readonly title: string;
  readonly description: string;
  readonly warnings?: readonly Readonly<Record<string, string>>[];
  readonly products?: readonly string[];
  readonly platforms?: readonly string[];
  readonly order?: readonly string[];
}
