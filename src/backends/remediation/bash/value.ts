import type { ValuePlace } from '../../../model/remediation.js';
import { shellWord } from '../shell-word.js';
import { yamlScalar } from '../yaml-scalar.js';

/** A value as a Bash script has it, for the place where it stands. */
export function bashValue(value: string, place: ValuePlace): string {
  if (place === 'shell-word') return shellWord(value);
  return place === 'yaml-scalar' ? yamlScalar(value) : value;
}
