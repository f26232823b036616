import { markdown, warnings } from './parts.js';

/** The operators that XCCDF allows (NIST IR 7275r4, table 17). */
export const valueOperators = [
  'equals',
  'not equal',
  'greater than',
  'less than',
  'greater than or equal',
  'less than or equal',
  'pattern match',
] as const;

/** `<name>.var`: a setting that a profile can choose; the name of the file is its id. */
export const valueSchema = {
  $id: 'scapc/value',
  title: 'Value',
  type: 'object',
  additionalProperties: false,
  required: ['title', 'description', 'type', 'options'],
  properties: {
    title: { type: 'string', minLength: 1, description: 'The name of the setting.' },
    description: markdown('What the setting decides.'),
    type: { enum: ['string', 'number', 'boolean'], description: 'The type of every option.' },
    operator: { enum: valueOperators, description: 'How a check compares; `equals` where it is absent.' },
    interactive: { type: 'boolean', description: 'Whether a scanner may ask the user for it.' },
    options: {
      type: 'object',
      description: 'The choices by name; `default` is the one without a profile.',
      required: ['default'],
      properties: {
        default: { type: ['string', 'number', 'boolean'], description: 'The choice without a profile.' },
      },
      additionalProperties: { type: ['string', 'number', 'boolean'] },
    },
    warnings,
  },
} as const;

export interface ValueData {
  readonly title: string;
  readonly description: string;
  readonly type: 'string' | 'number' | 'boolean';
  readonly operator?: string;
  readonly interactive?: boolean;
  readonly options: Readonly<Record<string, string | number | boolean>>;
  readonly warnings?: readonly Readonly<Record<string, string>>[];
}
