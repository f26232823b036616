import { complete, text } from './parts.js';

/** A `.profile` file after expansion. */
export const profileSchema = {
  $id: 'cac/profile',
  title: 'Profile of a ComplianceAsCode checkout',
  type: 'object',
  additionalProperties: false,
  required: ['title', 'description'],
  anyOf: [{ required: ['selections'] }, { required: ['extends'] }],
  properties: {
    documentation_complete: complete,
    title: text('The name of the profile.'),
    description: text('Whom the profile serves.'),
    extends: text('The profile that this one builds on.'),
    hidden: { enum: ['true', 'false', 'True', 'False', null] },
    status: { enum: ['draft', 'interim', 'accepted', 'deprecated', null] },
    metadata: {
      type: ['object', 'null'],
      properties: { version: { type: ['string', 'number', 'null'] } },
    },
    reference: text('Where the requirements are published.'),
    selections: { type: ['array', 'null'], items: { type: 'string' } },
    unselected_groups: { type: 'array', items: { type: 'string' } },
    platform: text('A platform that the profile is for.'),
    platforms: { type: ['array', 'null'], items: { type: 'string' } },
    cpe_names: { type: ['array', 'null'] },
    filter_rules: text('An expression; only the rules that it holds for are selected.'),
    policies: { type: ['array', 'null'] },
    single_rule_profile: { enum: ['true', 'false'] },
    scanner_type: text('The scanner that the profile is for.'),
    definition_location: text('Where the profile was read from.'),
  },
} as const;
