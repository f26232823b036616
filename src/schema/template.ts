import { markdown } from './parts.js';

/** `templates/rules/<name>/template.yml`: what a rule template does; `schema.json` beside it has its parameters. */
export const templateSchema = {
  $id: 'scapc/template',
  title: 'Rule template',
  type: 'object',
  additionalProperties: false,
  required: ['title', 'description'],
  properties: {
    title: { type: 'string', minLength: 1, description: 'The shape of the rules that it makes.' },
    description: markdown('What its check decides and what its remediations change.'),
  },
} as const;

export interface TemplateData {
  readonly title: string;
  readonly description: string;
}
