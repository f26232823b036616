import { markdown, platforms, products, stringList, warnings } from './parts.js';

/** `rule.yml`: one requirement; the name of its folder is its id. */
export const ruleSchema = {
  $id: 'scapc/rule',
  title: 'Rule',
  type: 'object',
  additionalProperties: false,
  required: ['title', 'description', 'rationale', 'severity'],
  properties: {
    title: {
      type: 'string',
      minLength: 1,
      description: 'What is required, as an order: "Disable …", "Configure …".',
    },
    description: markdown('What the setting is and how to set it.'),
    rationale: markdown('Why it matters.'),
    severity: {
      enum: ['unknown', 'info', 'low', 'medium', 'high'],
      description: 'How bad it is when the rule is broken.',
    },
    role: {
      enum: ['full', 'unscored', 'unchecked'],
      description: 'How the result counts; `full` where it is absent.',
    },
    weight: {
      type: 'number',
      minimum: 0,
      description: 'How much the result counts in the score; 1 where it is absent.',
    },
    identifiers: {
      type: 'object',
      description: 'Ids of the rule in naming systems, which `scapc.yml` lists.',
      additionalProperties: { type: 'string', minLength: 1 },
    },
    references: {
      type: 'object',
      description: 'Requirements that the rule serves, by catalogue; `scapc.yml` lists the catalogues.',
      additionalProperties: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        items: { type: 'string', minLength: 1 },
      },
    },
    ocil: markdown('How a person checks it by hand.'),
    ocil_clause: {
      type: 'string',
      minLength: 1,
      description:
        'What is the case on a system that breaks the rule, as plain text; completes "Is it the case that …?".',
    },
    template: {
      type: 'object',
      description: 'The rule template that makes the check and the remediations.',
      additionalProperties: false,
      required: ['name'],
      properties: {
        name: { type: 'string', minLength: 1, description: 'A folder of `templates/rules/`.' },
        vars: { type: 'object', description: 'The parameters, as the schema of the template says.' },
      },
    },
    products,
    platforms,
    warnings,
    requires: stringList('Names of rules or groups that must be selected as well.'),
    conflicts: stringList('Names of rules or groups that must not be selected as well.'),
  },
  dependencies: { ocil: ['ocil_clause'], ocil_clause: ['ocil'] },
} as const;

export interface TemplateUse {
  readonly name: string;
  readonly vars?: Readonly<Record<string, unknown>>;
}

export interface RuleData {
  readonly title: string;
  readonly description: string;
  readonly rationale: string;
  readonly severity: 'unknown' | 'info' | 'low' | 'medium' | 'high';
  readonly role?: 'full' | 'unscored' | 'unchecked';
  readonly weight?: number;
  readonly identifiers?: Readonly<Record<string, string>>;
  readonly references?: Readonly<Record<string, readonly string[]>>;
  readonly ocil?: string;
  readonly ocil_clause?: string;
  readonly template?: TemplateUse;
  readonly products?: readonly string[];
  readonly platforms?: readonly string[];
  readonly warnings?: readonly Readonly<Record<string, string>>[];
  readonly requires?: readonly string[];
  readonly conflicts?: readonly string[];
}
