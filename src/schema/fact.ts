/** `shared/applicability/<name>.yml`: a fact that platform expressions name; the name of the file is its id. */
export const factSchema = {
  $id: 'scapc/fact',
  title: 'Fact',
  type: 'object',
  additionalProperties: false,
  required: ['name', 'title'],
  properties: {
    name: {
      type: 'string',
      minLength: 1,
      description: 'The CPE name; `{{arg}}` stands for the argument in brackets.',
    },
    title: { type: 'string', minLength: 1, description: 'What it means, for people.' },
    check_id: { type: 'string', minLength: 1, description: 'The OVAL inventory definition that decides it.' },
    template: {
      type: 'object',
      description: 'The rule template that makes the OVAL inventory definition.',
      additionalProperties: false,
      required: ['name'],
      properties: {
        name: { type: 'string', minLength: 1, description: 'A folder of `templates/rules/`.' },
        vars: { type: 'object', description: 'The parameters, as the schema of the template says.' },
      },
    },
    bash_conditional: {
      type: 'string',
      minLength: 1,
      description: 'A shell command that succeeds where the fact holds.',
    },
    ansible_conditional: {
      type: 'string',
      minLength: 1,
      description: 'An Ansible expression that is true where the fact holds.',
    },
  },
} as const;

export interface FactData {
  readonly name: string;
  readonly title: string;
  readonly check_id?: string;
  readonly template?: { readonly name: string; readonly vars?: Readonly<Record<string, unknown>> };
  readonly bash_conditional?: string;
  readonly ansible_conditional?: string;
}
