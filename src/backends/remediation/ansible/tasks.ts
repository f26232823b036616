import type { ProfileView } from '../../../model/profile-view.js';
import type { Remediation, RemediationPart } from '../../../model/remediation.js';
import { filled, type ValuePart } from '../parts.js';
import { shellWord } from '../shell-word.js';
import { yamlScalar } from '../yaml-scalar.js';
import type { VariableNames } from './variables.js';

/** The tasks of a rule, as its author wrote them, each value written for its place. */
export function tasksText(remediation: Remediation, view: ProfileView, variables: VariableNames): string {
  const text = filled(remediation, (part, index, parts) => {
    if (part.place === 'yaml-scalar') return variables.template(part.value);
    const value = view.valueOf(part.value);
    if (part.place === 'shell-word') return shellWord(value);
    return isWholeScalar(part, index, parts) ? yamlScalar(value) : value;
  });
  return text.replace(/^---[ \t]*\n/, '').replace(/^\n+|\s+$/g, '');
}

/**
 * Whether nothing but the value stands after a key: then it can be quoted, and need not be trusted.
 */
function isWholeScalar(_part: ValuePart, index: number, parts: readonly RemediationPart[]): boolean {
  const before = parts[index - 1];
  const after = parts[index + 1];
  return (
    typeof before === 'string' &&
    /^[ \t-]*[\w.-]+: (?:!!str )?$/m.test(before.slice(before.lastIndexOf('\n') + 1)) &&
    (after === undefined || (typeof after === 'string' && /^[ \t]*(\n|$)/.test(after)))
  );
}
