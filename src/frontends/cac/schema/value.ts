import { complete, text, warnings } from './parts.js';

/** A `.var` file after expansion. */
export const valueSchema = {
  $id: 'cac/value',
  title: 'Value of a ComplianceAsCode checkout',
  type: 'object',
  additionalProperties: false,
  required: ['title', 'description', 'type'],
  properties: {
    documentation_complete: complete,
    title: text('What the value sets.'),
    description: text('What the value means.'),
    type: { enum: ['string', 'number', 'boolean'] },
    operator: {
      enum: [
        ...['equals', 'not equal', 'greater than', 'less than'],
        ...['greater than or equal', 'less than or equal', 'pattern match'],
      ],
    },
    interactive: { enum: ['true', 'false', 'True', 'False', 'TRUE', 'FALSE'] },
    options: { type: 'object', additionalProperties: { type: ['string', 'number', 'null'] } },
    warnings,
    definition_location: text('Where the value was read from.'),
  },
} as const;
