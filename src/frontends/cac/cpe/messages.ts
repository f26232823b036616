import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { didYouMean } from '../../../diagnostics/messages.js';
import type { Place } from '../../../source/file.js';

/** Every message about the platform facts (CPE items) of a checkout, one function each. */

const error = (code: string, message: string, place: Place, hint?: string): Diagnostic => ({
  code,
  severity: 'error',
  message,
  place,
  ...(hint === undefined ? {} : { hint }),
});

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

export const cpeShape = (message: string, place: Place): Diagnostic => error('cpe-shape', message, place);

export const cpeUnknownKey = (key: string, known: readonly string[], place: Place): Diagnostic =>
  error('unknown-key', `\`${key}\` is no key of a platform fact`, place, didYouMean(key, known));

export const cpePlaceholder = (name: string, known: readonly string[], place: Place): Diagnostic =>
  error(
    'cpe-placeholder',
    `\`{${name}}\` stands for no parameter of the argument`,
    place,
    didYouMean(name, known) ?? `The parameters are ${listed(known)}.`,
  );
