import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { filePlace, type Place, type SourceFile } from '../../../source/file.js';

/** Every message about the remediations of a checkout, one function each. */

const error = (code: string, message: string, place: Place, hint?: string): Diagnostic => ({
  code,
  severity: 'error',
  message,
  place,
  ...(hint === undefined ? {} : { hint }),
});

export const remediationNoPlatform = (file: SourceFile): Diagnostic =>
  error(
    'remediation-platform',
    'this remediation does not say which platforms it is for',
    filePlace(file),
    'Begin it with a line such as `# platform = multi_platform_all`.',
  );

export const remediationPlatformSpace = (place: Place): Diagnostic =>
  error(
    'remediation-platform-space',
    'white space stands around a comma of this list of platforms',
    place,
    'Separate the platforms by commas alone.',
  );

export const ansiblePopulate = (variable: string, place: Place): Diagnostic =>
  error(
    'ansible-populate',
    'Ansible takes a Value as a variable, not as text',
    place,
    `Write the item \`- (xccdf-var ${variable})\` before the tasks, and \`{{ ${variable} }}\` in them.`,
  );
