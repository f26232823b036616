import type { ProfileView } from '../../../model/profile-view.js';
import type { RemediationPart } from '../../../model/remediation.js';
import { filled } from '../parts.js';
import { shellWord } from '../shell-word.js';
import { yamlScalar } from '../yaml-scalar.js';
import type { Variables } from './variables.js';

/** The tasks of a rule, as its author wrote them, and each value written for its place. */
export function tasksText(
  parts: readonly RemediationPart[],
  current: ProfileView['valueOf'],
  variables: Variables,
): string {
  return filled(parts, ({ place, value: id }, index) => {
    if (place === 'yaml-scalar') return variables.template(id);
    const value = current(id);
    if (place === 'shell-word') return shellWord(value);
    return isWholeScalar(parts[index - 1], parts[index + 1]) ? yamlScalar(value) : value;
  });
}

/** Whether nothing but the value stands after a key: then it can be quoted, and need not be trusted. */
function isWholeScalar(before: RemediationPart | undefined, after: RemediationPart | undefined): boolean {
  return (
    typeof before === 'string' &&
    /^[ \t-]*[\w.-]+: (?:!!str )?$/.test(before.slice(before.lastIndexOf('\n') + 1)) &&
    (after === undefined || (typeof after === 'string' && /^[ \t]*(\n|$)/.test(after)))
  );
}
