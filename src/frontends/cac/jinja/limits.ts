/**
 * What a template may use up. Real content stays far below; a bomb ends in a `LimitError` within seconds.
 */
export const limits = {
  /** Loop iterations, macro calls and items that filters walk through, in one render. */
  steps: 2_000_000,
  /** Macro calls inside one another. */
  depth: 200,
  /** Items of one `range`, as in Jinja2's sandbox. */
  range: 100_000,
  /** Characters of one string that an operator, a method or a filter makes. */
  string: 16_000_000,
  /** Items of one list. */
  list: 1_000_000,
  /** Digits of an integer, as in Python's own limit for printing one. */
  digits: 4300,
} as const;
