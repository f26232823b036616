import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/messages.js';
import type { Place } from '../source/file.js';

/** Every message about linking a benchmark, one function each. */

const error = (code: string, message: string, place?: Place, hint?: string): Diagnostic => ({
  code,
  severity: 'error',
  message,
  ...(place === undefined ? {} : { place }),
  ...(hint === undefined ? {} : { hint }),
});

// --- platforms ---

export const platformSyntax = (message: string, place?: Place): Diagnostic =>
  error(
    'platform-syntax',
    `platform expression: ${message}`,
    place,
    'Write facts joined by `and`, `or`, `not` and parentheses, such as `package[ntp]>=4.2 and not container`.',
  );

export const platformConstant = (expression: string, value: 'always' | 'never', place?: Place): Diagnostic =>
  error(
    'platform-constant',
    `the platform \`${expression}\` ${value} holds`,
    place,
    'Leave it out, or correct it.',
  );

export const unknownFact = (name: string, known: readonly string[], place?: Place): Diagnostic =>
  error('unknown-fact', `there is no platform fact \`${name}\``, place, didYouMean(name, known));

export const unsupportedFact = (written: string, name: string, place?: Place): Diagnostic =>
  error(
    'unsupported-fact',
    `the platform fact \`${name}\` cannot be asked as \`${written}\``,
    place,
    'Its definition lists the arguments that it takes, and says whether it knows versions.',
  );

// --- remediations ---

export const ansibleNotTasks = (rule: string, place?: Place): Diagnostic =>
  error(
    'ansible-not-tasks',
    `the Ansible remediation of \`${rule}\` is not a list of tasks`,
    place,
    'Write a YAML sequence: each task starts with `- name:`.',
  );

export const ansibleSyntax = (rule: string, reason: string, place?: Place): Diagnostic =>
  error('ansible-syntax', `the Ansible remediation of \`${rule}\` is not YAML: ${reason}`, place);
