import { warningCategories } from '../../../schema/parts.js';

/** Pieces that the schemas of a checkout share; they ask no more than that project's own build does. */

/** A text; numbers are let pass where they are written without quotes. */
export const text = (description: string) => ({ type: ['string', 'number', 'null'], description }) as const;

export const names = (description: string) =>
  ({ type: ['array', 'null'], items: { type: ['string', 'number'] }, description }) as const;

export const complete = {
  enum: ['true', 'false', 'True', 'False'],
  description: 'Whether the file is ready for use.',
} as const;

export const warnings = {
  type: ['array', 'null'],
  description: 'A list of one category and its text each.',
  items: {
    type: 'object',
    minProperties: 1,
    maxProperties: 1,
    required: [],
    properties: Object.fromEntries(
      warningCategories.map((category) => [category, text(`A warning of the category ${category}.`)]),
    ),
    additionalProperties: false,
  },
} as const;
