import { complete, names, text, warnings } from './parts.js';

/** `group.yml` after expansion. */
export const groupSchema = {
  $id: 'cac/group',
  title: 'Group of a ComplianceAsCode checkout',
  type: 'object',
  additionalProperties: false,
  required: ['title'],
  properties: {
    documentation_complete: complete,
    title: text('What the group holds.'),
    description: text('What its items have in common.'),
    warnings,
    requires: names('Groups that must be selected as well.'),
    conflicts: names('Groups that must not be selected as well.'),
    values: names('Values of the group.'),
    groups: names('Groups of the group.'),
    rules: names('Rules of the group.'),
    platform: text('A platform expression.'),
    platforms: names('Platform expressions, of which any suffices.'),
    definition_location: text('Where the group was read from.'),
  },
} as const;
