import type { ItemFile } from './read-item.js';

/** A `rule.yml`, read, expanded and validated. */
export interface RuleFile extends ItemFile {
  /** The name of its folder. */
  readonly id: string;
  /** Its folder, relative to the root. */
  readonly dir: string;
}
