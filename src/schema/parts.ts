/** Pieces that several schemas share. */

export const markdown = (description: string) => ({ type: 'string', minLength: 1, description }) as const;

export const stringList = (description: string) =>
  ({
    type: 'array',
    items: { type: 'string', minLength: 1 },
    uniqueItems: true,
    description,
  }) as const;

/** The categories of NIST IR 7275r4, table 34. */
export const warningCategories = [
  'general',
  'functionality',
  'performance',
  'hardware',
  'legal',
  'regulatory',
  'management',
  'audit',
  'dependency',
] as const;

export const warnings = {
  type: 'array',
  description: 'What to watch out for: a list of one category and its Markdown text each.',
  items: {
    type: 'object',
    minProperties: 1,
    maxProperties: 1,
    additionalProperties: false,
    properties: Object.fromEntries(
      warningCategories.map((category) => [category, markdown(`A warning of the category ${category}.`)]),
    ),
  },
} as const;

export const platforms = stringList(
  'Where it applies: platform expressions such as `machine` or `package[postfix] and not container`; any of them suffices.',
);

export const products = {
  ...stringList(
    'The products that it is for; all where it is absent. In the guides of others it does not appear.',
  ),
  minItems: 1,
} as const;

/** A name that becomes a part of ids and of file names. */
export const namePattern = '^[A-Za-z][A-Za-z0-9_.-]*$';
