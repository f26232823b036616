import { markdown } from './parts.js';

/** `<name>.profile`: which rules hold, and with which values; the name of the file is its id. */
export const profileSchema = {
  $id: 'scapc/profile',
  title: 'Profile',
  type: 'object',
  additionalProperties: false,
  required: ['title', 'description', 'selections'],
  properties: {
    title: { type: 'string', minLength: 1, description: 'The name of the profile.' },
    description: markdown('Who should use it.'),
    extends: { type: 'string', minLength: 1, description: 'The profile that this one changes.' },
    reference: {
      type: 'string',
      pattern: '^https?://',
      description: 'The address of the document that it follows.',
    },
    selections: {
      type: 'array',
      items: { type: 'string', minLength: 1 },
      uniqueItems: true,
      description:
        'One line each: `rule` or `group` selects, `!rule` unselects, `value=option` chooses, `rule.severity=high` and `rule.role=unscored` refine.',
    },
  },
} as const;

export interface ProfileData {
  readonly title: string;
  readonly description: string;
  readonly extends?: string;
  readonly reference?: string;
  readonly selections: readonly string[];
}
